package vn.motcua.calendar;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CalendarVersionsTest extends CalendarVersions {

  @Override
  DataSource database() {
    return new DriverManagerDataSource(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  @Override
  String vendor() {
    return "h2";
  }
}
