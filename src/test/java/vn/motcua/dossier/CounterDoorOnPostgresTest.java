package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.OnPostgres;

/** The same on the database of a province, which also keeps scans from any other hand. */
@Tag("slow")
@DirtiesContext
class CounterDoorOnPostgresTest extends CounterDoorTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    OnPostgres.database(properties);
  }

  @Test
  void aScanOfADossierIsNeverChanged() throws Exception {
    String code = receivedWithAScan();

    for (String hand :
        new String[] {"update dossier_scan set name = 'x'", "delete from dossier_scan"}) {
      assertThatThrownBy(() -> counter.jdbc.update(hand + " where dossier_code = ?", code))
          .hasMessageContaining("never changed");
    }
  }
}
