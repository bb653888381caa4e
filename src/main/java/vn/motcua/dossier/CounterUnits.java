package vn.motcua.dossier;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.Role;
import vn.motcua.language.Texts;

/** The one-stop units at whose counters a person receives dossiers. */
final class CounterUnits {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final String CLERK = "." + Role.COUNTER_CLERK.word();

  private CounterUnits() {}

  /** Ids of the units, in order; none for whoever is no counter clerk. */
  static Set<String> of(CurrentOfficial official) {
    return official.postIds().stream()
        .filter(post -> post.endsWith(CLERK))
        .map(post -> post.substring(0, post.length() - CLERK.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The same for a door that only clerks go through.
   *
   * @throws NotAllowed if there are none
   */
  static Set<String> needed(CurrentOfficial official) {
    Set<String> mine = of(official);
    if (mine.isEmpty()) {
      throw new NotAllowed(TEXTS.get("reception.not-clerk", official.name()));
    }
    return mine;
  }
}
