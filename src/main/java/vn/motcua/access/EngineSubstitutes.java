package vn.motcua.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers from the open absences and from the groups of those who are absent. */
@Component
class EngineSubstitutes implements Substitutes {

  private final Memberships memberships;
  private final OpenAbsences absences;

  EngineSubstitutes(Memberships memberships, OpenAbsences absences) {
    this.memberships = memberships;
    this.absences = absences;
  }

  @Override
  public List<StandIn> standIns(String person) {
    return memberships.standIns(person);
  }

  @Override
  public Optional<String> substituteOf(String person, String post) {
    return absences.leftBy(person).stream()
        .filter(a -> a.covers(post))
        .map(Absence::substitute)
        .findFirst();
  }

  @Override
  public Optional<String> onBehalf(String person, String post, String assignee, String owner) {
    List<String> absent =
        memberships.standIns(person).stream()
            .filter(s -> s.post().equals(post))
            .map(StandIn::person)
            .toList();
    if (absent.isEmpty()) {
      return Optional.empty();
    }
    if (assignee != null && !assignee.equals(person)) {
      return absent.stream().filter(assignee::equals).findFirst();
    }
    Optional<String> takenOver =
        absent.stream().filter(one -> Objects.equals(one, owner)).findFirst();
    if (takenOver.isPresent() || memberships.postsOf(person).contains(post)) {
      return takenOver;
    }
    return absent.stream().findFirst();
  }
}
