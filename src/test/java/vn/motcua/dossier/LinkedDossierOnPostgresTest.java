package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.OnPostgres;

/** The same on the database of a province. */
@Tag("slow")
@DirtiesContext
class LinkedDossierOnPostgresTest extends LinkedDossierTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    OnPostgres.database(properties);
  }

  @Test
  void twoClerksWhoGiveTheLastTwoAtOnceDoNotLeaveOneToTheOther() throws Exception {
    String code = shared();
    issues(code, "health-insurance", "bhxh");
    issues(code, "residence", "police");
    counter.does("clerk", code);
    returns.give(code, LAN, Set.of(BIRTH), returner);
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Boolean>> both =
          List.of(
              () -> returns.give(code, LAN, Set.of(RESIDENCE), returner),
              () -> returns.give(code, LAN, Set.of(CARD), returner));
      List<Boolean> ended = new ArrayList<>();
      for (Future<Boolean> one : clerks.invokeAll(both)) {
        ended.add(one.get());
      }
      assertThat(ended).containsExactlyInAnyOrder(true, false);
    } finally {
      clerks.shutdownNow();
    }

    assertThat(counter.dossier(code).state()).isEqualTo(DossierState.RETURNED);
    assertThat(linked.of(counter.dossier(code))).noneMatch(r -> r.returned() == null);
  }
}
