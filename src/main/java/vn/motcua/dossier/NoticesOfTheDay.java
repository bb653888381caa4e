package vn.motcua.dossier;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.access.Colleagues;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Texts;
import vn.motcua.warning.Notice;

/**
 * What posts have to be told beside their tasks goes into the next digest of the people who hold
 * them: of each working day what was noted since the working day before began and this one did not.
 */
@Component
class NoticesOfTheDay implements vn.motcua.warning.Notices {

  private static final Texts TEXTS = Texts.of("dossier");

  private final JdbcTemplate jdbc;
  private final Colleagues colleagues;
  private final Calendars calendars;

  NoticesOfTheDay(JdbcTemplate jdbc, Colleagues colleagues, Calendars calendars) {
    this.jdbc = jdbc;
    this.colleagues = colleagues;
    this.calendars = calendars;
  }

  @Override
  public void each(LocalDate day, Consumer<Notice> to) {
    jdbc.query(
        "select dossier_code, kind, recipient_post from notice"
            + " where created_at >= ? and created_at < ? order by id",
        row -> {
          String code = row.getString(1);
          String words = TEXTS.get("notice." + row.getString(2), code);
          String post = row.getString(3);
          colleagues.holding(post).forEach(c -> to.accept(new Notice(c.userId(), code, words)));
        },
        start(before(day)),
        start(day));
  }

  private LocalDate before(LocalDate day) {
    WorkingCalendar calendar = calendars.calendar();
    LocalDate before = day.minusDays(1);
    while (!calendar.isWorkingDay(before)) {
      before = before.minusDays(1);
    }
    return before;
  }

  private static Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
  }
}
