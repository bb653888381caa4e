package vn.motcua.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.agency.Place;
import vn.motcua.warning.Bundle.Risk;

/** Ten thousand late dossiers of one person: all counted, the worst kept. */
class BundleTest {

  private static Risk risk(int no, Rung rung) {
    Instant due = Instant.parse("2026-11-23T10:00:00Z").plusSeconds(no);
    OpenDossier d =
        new OpenDossier(
            "H49-%05d".formatted(no),
            "1",
            "Thủ tục",
            new Place(null, null, null, null),
            null,
            due,
            null,
            null,
            List.of(),
            List.of());
    return new Risk(d, null, rung, Recipient.CENTRE, due);
  }

  @Test
  void keepsTheWorstOfManyAndCountsAll() {
    Bundle bundle = new Bundle();
    for (int no = 0; no < 9_000; no++) {
      bundle.add(risk(no, Rung.HALF));
    }
    for (int no = 60; no > 0; no--) {
      bundle.add(risk(no, Rung.OVER));
    }
    for (int no = 0; no < 20; no++) {
      bundle.add(risk(no, Rung.SOON));
    }

    assertThat(bundle.count(Rung.HALF)).isEqualTo(9_000);
    assertThat(bundle.worst()).hasSize(Bundle.MOST);
    assertThat(bundle.worst().subList(0, 60)).extracting(Risk::rung).containsOnly(Rung.OVER);
    assertThat(bundle.worst().subList(60, 80)).extracting(Risk::rung).containsOnly(Rung.SOON);
    assertThat(bundle.worst().get(0).dossier().code()).isEqualTo("H49-00001");
    assertThat(bundle.worst().get(99).dossier().code()).isEqualTo("H49-00019");
  }
}
