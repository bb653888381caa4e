package vn.motcua.agency;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.language.BadData;
import vn.motcua.language.DataFile;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * People of the demo: those that organisation-demo.yaml names, and one made-up person for every
 * post that none of them holds, so that every procedure can be worked from start to end.
 */
final class DemoOfficials implements Officials {

  private static final Texts TEXTS = Texts.of("agency");

  private final List<Official> all;
  private final String password;

  private DemoOfficials(List<Official> all, String password) {
    this.all = List.copyOf(all);
    this.password = password;
  }

  static DemoOfficials read(
      InputStream in, String file, Organisation organisation, String password) {
    if (password.isBlank()) {
      throw new BadData(TEXTS.get("demo.password"));
    }
    DemoData data = DataFile.read(in, file, DemoData.class);
    List<Official> people = new ArrayList<>();
    for (DemoData.Person p : data.officials()) {
      people.add(
          new Official(
              p.id(),
              p.name(),
              p.posts(),
              p.from() != null ? p.from() : data.from(),
              p.to(),
              data.email(p.id()),
              p.main()));
    }
    Set<String> held = people.stream().flatMap(p -> p.posts().stream()).collect(Collectors.toSet());
    List<Post> vacant =
        organisation.posts(data.from()).stream().filter(p -> !held.contains(p.id())).toList();
    people.addAll(new DemoPeople(data, organisation).fill(vacant));
    check(file, people, organisation);
    return new DemoOfficials(people, password);
  }

  private static void check(String file, List<Official> people, Organisation organisation) {
    Map<LocalDate, Set<String>> known = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Official p : people) {
      if (p.name() == null || p.posts().isEmpty()) {
        throw new BadData(file + ": " + TEXTS.get("official.incomplete", p.userId()));
      }
      if (!ids.add(p.userId())) {
        throw new BadData(file + ": " + TEXTS.get("official.twice", p.userId()));
      }
      Set<String> posts =
          known.computeIfAbsent(
              p.from(),
              day -> organisation.posts(day).stream().map(Post::id).collect(Collectors.toSet()));
      for (String post : p.posts()) {
        if (!posts.contains(post)) {
          throw new BadData(
              file + ": " + TEXTS.get("official.noPost", p.userId(), post, Dates.day(p.from())));
        }
      }
    }
  }

  @Override
  public List<Official> officials(LocalDate day) {
    return all.stream().filter(p -> new Period(p.from(), p.to()).covers(day)).toList();
  }

  @Override
  public String firstPassword() {
    return password;
  }
}
