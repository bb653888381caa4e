package vn.motcua.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.agency.Unit;

/**
 * Who leads whom: the head of a room its room, the director of a centre the centre, and who
 * approves for an agency all its rooms and its counter (NĐ 61/2018/NĐ-CP Điều 12, 13). Thread-safe.
 */
@Component
public class Heads {

  /** Parts of an agency; everything else stands for itself. */
  private static final Set<String> PARTS = Set.of("room", "commune-centre");

  private final Organisation organisation;
  private final Clock clock;

  Heads(Organisation organisation, Clock clock) {
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Units whose people this official leads today, in the order of the organisation. */
  public List<Unit> unitsLedBy(CurrentOfficial official) {
    LocalDate today = LocalDate.now(clock);
    Set<String> own = units(official.postIds(), Role.HEAD_OF_ROOM, Role.CENTRE_DIRECTOR);
    Set<String> whole = units(official.postIds(), Role.APPROVER);
    return own.isEmpty() && whole.isEmpty()
        ? List.of()
        : organisation.units(today).stream()
            .filter(u -> own.contains(u.id()) || whole.contains(agencyOf(u.id())))
            .toList();
  }

  /** True if this official leads whoever holds the post. */
  public boolean leads(CurrentOfficial official, String post) {
    return leadingPost(official, post).isPresent();
  }

  /** The post in which this official leads whoever holds another; empty if in none. */
  public Optional<String> leadingPost(CurrentOfficial official, String post) {
    String unit = unitOf(post);
    return Stream.of(
            unit + "." + Role.HEAD_OF_ROOM.word(),
            unit + "." + Role.CENTRE_DIRECTOR.word(),
            agencyOf(unit) + "." + Role.APPROVER.word())
        .filter(official::holds)
        .findFirst();
  }

  /** The agency, commune or centre that a unit is a part of; itself if it is none's part. */
  public String agencyOf(String unit) {
    LocalDate today = LocalDate.now(clock);
    String id = unit;
    Optional<Unit> at = organisation.unit(id, today);
    while (at.isPresent() && PARTS.contains(at.get().kind()) && at.get().parent() != null) {
      id = at.get().parent();
      at = organisation.unit(id, today);
    }
    return id;
  }

  /** Units that are an agency or a part of it. */
  List<String> within(String agency) {
    return Stream.concat(
            Stream.of(agency),
            organisation.units(LocalDate.now(clock)).stream()
                .map(Unit::id)
                .filter(id -> !id.equals(agency) && agencyOf(id).equals(agency)))
        .toList();
  }

  /** {@code so-tu-phap} of {@code so-tu-phap.approver}. */
  public static String unitOf(String post) {
    return post.substring(0, Math.max(post.lastIndexOf('.'), 0));
  }

  private static Set<String> units(Set<String> posts, Role... roles) {
    return posts.stream()
        .filter(p -> Stream.of(roles).anyMatch(role -> p.endsWith("." + role.word())))
        .map(Heads::unitOf)
        .collect(Collectors.toSet());
  }
}
