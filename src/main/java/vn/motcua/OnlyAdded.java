package vn.motcua;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses to change or delete a row of a table of H2, as a trigger in SQL does on PostgreSQL. H2
 * makes it by its name, which stands in migrations: it is public for H2 alone.
 */
public final class OnlyAdded implements Trigger {

  private String table;

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int type) {
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException(table + " is only ever added to");
  }
}
