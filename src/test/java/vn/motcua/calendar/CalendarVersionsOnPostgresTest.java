package vn.motcua.calendar;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("slow")
class CalendarVersionsOnPostgresTest extends CalendarVersions {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Override
  DataSource database() {
    String name = "c" + UUID.randomUUID().toString().replace("-", "");
    new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name);
    return postgres.getDatabase("postgres", name);
  }

  @Override
  String vendor() {
    return "postgresql";
  }
}
