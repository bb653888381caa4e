package vn.motcua.warning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.access.Colleague;
import vn.motcua.access.Colleagues;
import vn.motcua.access.Substitutes;
import vn.motcua.agency.NoSuchPost;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.agency.Unit;

/**
 * The people whom a rung warns on one day: whoever holds the post, and whoever works in the place
 * of one who is absent. Remembers who holds which post; for one thread.
 */
final class Recipients {

  /** Stands for the person where nobody holds the post. */
  static final String NOBODY = "";

  private static final String COMMUNE_COUNTER = "commune-centre";

  private final Organisation organisation;
  private final Colleagues colleagues;
  private final Substitutes substitutes;
  private final LocalDate day;
  private final Map<String, List<String>> holders = new HashMap<>();

  Recipients(
      Organisation organisation, Colleagues colleagues, Substitutes substitutes, LocalDate day) {
    this.organisation = organisation;
    this.colleagues = colleagues;
    this.substitutes = substitutes;
    this.day = day;
  }

  /** A person, and the post that makes this person answer. */
  record Warned(String person, String post) {}

  /**
   * @param step null if the dossier has no open step, so that nobody has it
   */
  List<Warned> of(Recipient recipient, OpenDossier d, OpenStep step) {
    return switch (recipient) {
      case HOLDER -> holder(step);
      case HEAD_OF_ROOM -> all(head(d));
      case CENTRE -> all(centre(d));
    };
  }

  private List<Warned> holder(OpenStep step) {
    if (step == null) {
      return List.of();
    }
    return step.assignee() != null
        ? both(step.assignee(), step.post()).map(who -> new Warned(who, step.post())).toList()
        : all(step.post());
  }

  private List<Warned> all(String post) {
    if (post == null) {
      return List.of(new Warned(NOBODY, null));
    }
    List<String> people =
        holders.computeIfAbsent(
            post,
            p ->
                colleagues.holding(p).stream()
                    .map(Colleague::userId)
                    .flatMap(person -> both(person, p))
                    .distinct()
                    .toList());
    return people.isEmpty()
        ? List.of(new Warned(NOBODY, post))
        : people.stream().map(person -> new Warned(person, post)).toList();
  }

  /** Nobody who is absent is left out: the dossier is theirs again when they are back. */
  private Stream<String> both(String person, String post) {
    return Stream.concat(Stream.of(person), substitutes.substituteOf(person, post).stream());
  }

  private String head(OpenDossier d) {
    String head = post("lead", Role.HEAD_OF_ROOM, d);
    return head != null ? head : post("lead", Role.APPROVER, d);
  }

  private String centre(OpenDossier d) {
    Unit counter = organisation.unit(d.place().reception(), day).orElse(null);
    return counter != null && counter.kind().equals(COMMUNE_COUNTER) && counter.parent() != null
        ? post("agency:" + counter.parent(), Role.APPROVER, d)
        : post("centre", Role.CENTRE_DIRECTOR, d);
  }

  private String post(String unit, Role role, OpenDossier d) {
    try {
      return organisation.post(unit, role, d.place(), day).id();
    } catch (NoSuchPost none) {
      return null;
    }
  }
}
