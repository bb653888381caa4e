package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CreateAdministratorTest {

  @TempDir Path folder;

  private String database;

  @BeforeEach
  void anEmptyDatabase() {
    database = "jdbc:h2:file:" + folder.resolve("motcua");
    System.setProperty("spring.datasource.url", database);
  }

  @AfterEach
  void forget() {
    System.clearProperty("spring.datasource.url");
    System.clearProperty("motcua.admin.password");
  }

  @Test
  void makesAnAdministratorInAnEmptyDatabase() throws SQLException {
    System.setProperty("motcua.admin.password", "mot-mat-khau-du-dai");

    assertThat(Commands.run(new String[] {"create-administrator", "an.quantri"})).isZero();

    assertThat(one("select group_id_ from act_id_membership where user_id_ = 'an.quantri'"))
        .isEqualTo("camunda-admin");
    assertThat(one("select pwd_ from act_id_user where id_ = 'an.quantri'"))
        .startsWith("{SHA-512}")
        .doesNotContain("mot-mat-khau");
  }

  @Test
  void refusesAShortPasswordBeforeItTouchesTheDatabase() {
    System.setProperty("motcua.admin.password", "ngan");

    assertThat(Commands.run(new String[] {"create-administrator", "an"})).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAPasswordThatHoldsTheName() {
    System.setProperty("motcua.admin.password", "binh-quan-tri-vien");

    assertThat(Commands.run(new String[] {"create-administrator", "binh"})).isEqualTo(1);
  }

  private String one(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "sa", "");
        ResultSet row = connection.createStatement().executeQuery(query)) {
      assertThat(row.next()).as(query).isTrue();
      return row.getString(1);
    }
  }
}
