package vn.motcua.dossier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Words of dossiers that were received before there was a search (V31). */
@Component
class EarlierSearchWords implements JavaMigration {

  private static final int AT_ONCE = 1000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("32");
  }

  @Override
  public String getDescription() {
    return "words of earlier dossiers";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    Connection database = context.getConnection();
    try (Statement question = database.createStatement();
        PreparedStatement insert = database.prepareStatement(Register.INSERT_WORD)) {
      question.setFetchSize(AT_ONCE);
      int waiting = 0;
      try (ResultSet row = question.executeQuery("select * from dossier")) {
        while (row.next()) {
          String code = row.getString("code");
          for (String word : SearchWords.of(code, Register.applicant(row), Register.owner(row))) {
            insert.setString(1, word);
            insert.setString(2, code);
            insert.addBatch();
            waiting++;
          }
          if (waiting >= AT_ONCE) {
            insert.executeBatch();
            waiting = 0;
          }
        }
      }
      insert.executeBatch();
    }
  }
}
