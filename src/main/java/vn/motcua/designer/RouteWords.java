package vn.motcua.designer;

import java.util.List;
import vn.motcua.language.Accentless;
import vn.motcua.procedure.Act;

/**
 * What the words of a decision mean: which post acts and which act it is, by {@code
 * route-words.yaml}. Immutable.
 */
final class RouteWords {

  /** A post in words of the model; {@code last} means the unit of the latest approval. */
  record Actor(List<String> words, String unit, String role) {}

  private record Work(
      List<String> words,
      List<String> role,
      List<String> notWords,
      String act,
      String id,
      String again,
      String againId) {}

  /** A wait that the law excludes. */
  record Stop(List<String> words, String called, String id, String name) {}

  /** An act and the word that its element id starts with. */
  record Meaning(Act act, String id) {}

  private record File(List<Actor> actors, List<Work> works, List<Stop> waits) {}

  private final File file;

  private RouteWords(File file) {
    this.file = file;
  }

  static RouteWords shipped() {
    return new RouteWords(Families.load("/route-words.yaml", File.class));
  }

  /** The post that these words name; the appraiser of the lead agency if none is known. */
  Actor actor(String words) {
    return file.actors.stream()
        .filter(actor -> contains(words, actor.words()))
        .findFirst()
        .orElse(new Actor(List.of(), "lead", "appraiser"));
  }

  /**
   * The act of a step.
   *
   * @param again true if the route has had an act of this kind before
   */
  Meaning act(String words, String role, java.util.function.Predicate<Act> again) {
    Work work =
        file.works.stream()
            .filter(w -> w.role().contains(role))
            .filter(w -> contains(words, w.words()))
            .filter(w -> w.notWords() == null || !contains(words, w.notWords()))
            .findFirst()
            .orElseThrow();
    Act act = Families.act(work.act());
    if (work.again() != null && again.test(act)) {
      return new Meaning(Families.act(work.again()), work.againId());
    }
    return new Meaning(act, work.id());
  }

  Stop stop(String reason) {
    return file.waits.stream()
        .filter(stop -> contains(reason, stop.words()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean contains(String text, List<String> words) {
    String folded = Accentless.fold(text).replaceAll("\\s+", " ");
    return words.stream().anyMatch(folded::contains);
  }
}
