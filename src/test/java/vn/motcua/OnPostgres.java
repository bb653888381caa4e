package vn.motcua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for the stories of a class. It stops with the JVM: stopped by the class it
 * would be gone before the server that uses it, whose end then waits half a minute for a
 * connection.
 */
public final class OnPostgres {

  private OnPostgres() {}

  /** Starts one, and makes it the database of the class's server. */
  public static void database(DynamicPropertyRegistry properties) {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
      properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
      properties.add("spring.datasource.username", () -> "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
