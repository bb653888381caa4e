package vn.motcua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for the stories of classes, each with an empty database of its own. It stops
 * with the JVM: stopped by a class it would be gone before the server that uses it, whose end then
 * waits half a minute for a connection.
 */
public final class OnPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private OnPostgres() {}

  /** Makes an empty database, and makes it the one of the class's server. */
  public static void database(DynamicPropertyRegistry properties) {
    String name = "stories" + DATABASES.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("No database " + name, e);
    }
    properties.add("spring.datasource.url", () -> Server.RUNNING.getJdbcUrl("postgres", name));
    properties.add("spring.datasource.username", () -> "postgres");
  }

  /** Started by the first class that asks for a database. */
  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
