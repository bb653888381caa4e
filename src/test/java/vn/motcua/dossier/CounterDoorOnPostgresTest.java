package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on the database of a province, which also keeps scans from any other hand. */
@Tag("slow")
@DirtiesContext
class CounterDoorOnPostgresTest extends CounterDoorTest {

  private static EmbeddedPostgres postgres;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) throws IOException {
    postgres = EmbeddedPostgres.start();
    properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    properties.add("spring.datasource.username", () -> "postgres");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
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
