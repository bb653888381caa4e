package vn.motcua.dossier;

import org.junit.jupiter.api.Tag;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.motcua.OnPostgres;

/** The same on the database of a province. */
@Tag("slow")
@DirtiesContext
class FeesOnPostgresTest extends FeesTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    OnPostgres.database(properties);
  }
}
