package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;

/** The versions of the calendar in a database, from its first start on; on each database. */
abstract class CalendarVersions {

  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final LocalDate STORM = Dates.parse("26/11/2026");
  private static final String FIRST =
      """
      firstYear: 2026
      lastYear: 2026
      hours: [{from: 01/01/2026, sessions: ["07:30-11:30", "13:30-17:00"], basis: QĐ}]
      """;
  private static final String WITH_STORM =
      FIRST + "closures: [{day: 26/11/2026, name: Bão, basis: Công điện}]\n";

  private JdbcTemplate jdbc;
  private TransactionTemplate transaction;
  private CalendarStore store;
  private Calendars calendars;

  /** A database of its own for each test, empty. */
  abstract DataSource database() throws Exception;

  /** Folder of migrations of this database. */
  abstract String vendor();

  @BeforeEach
  void firstStart() throws Exception {
    DataSource database = database();
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    ResourceDatabasePopulator common = new ResourceDatabasePopulator();
    common.addScripts(files.getResources("classpath:db/migration/common/V20__*.sql"));
    common.execute(database);
    ResourceDatabasePopulator own = new ResourceDatabasePopulator();
    // A function of PostgreSQL holds ";"; each file is one statement group of its own.
    own.setSeparator(vendor().equals("postgresql") ? "^^^ END OF SCRIPT ^^^" : ";");
    own.addScripts(files.getResources("classpath:db/migration/" + vendor() + "/V20_1__*.sql"));
    own.execute(database);
    jdbc = new JdbcTemplate(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    store = new CalendarStore(jdbc, "calendar.yaml", FIRST);
    store.begin(NOW);
    calendars = new StoredCalendars(store);
  }

  @Test
  void theFirstStartWritesVersionOneAndLaterStartsNothing() {
    store.begin(NOW.plusSeconds(60));
    new CalendarStore(jdbc, "calendar.yaml", WITH_STORM).begin(NOW);

    assertThat(store.all()).hasSize(1);
    assertThat(calendars.version()).isEqualTo(1);
    assertThat(calendars.calendar().isWorkingDay(STORM)).isTrue();
  }

  @Test
  void aPublishedVersionIsInForceOnEveryNodeAtOnceAndTheOldOneStaysAsItWas() {
    Calendars otherNode = new StoredCalendars(new CalendarStore(jdbc, "calendar.yaml", FIRST));
    assertThat(otherNode.calendar().isWorkingDay(STORM)).isTrue();

    int version = store.publish(1, WITH_STORM, "Đóng cửa vì bão", "Công điện 9", "quantri", NOW);

    assertThat(version).isEqualTo(2);
    assertThat(otherNode.version()).isEqualTo(2);
    assertThat(otherNode.calendar().isWorkingDay(STORM)).isFalse();
    assertThat(otherNode.at(1).isWorkingDay(STORM)).isTrue();
    assertThat(store.inForce())
        .satisfies(
            v -> {
              assertThat(v.text()).isEqualTo(WITH_STORM);
              assertThat(v.note()).isEqualTo("Đóng cửa vì bão");
              assertThat(v.basis()).isEqualTo("Công điện 9");
              assertThat(v.enteredBy()).isEqualTo("quantri");
              assertThat(v.enteredAt()).isEqualTo(NOW);
              assertThat(v.digest()).hasSize(64);
            });
  }

  @Test
  void aChangeMadeOnAnOlderVersionIsRefused() {
    store.publish(1, WITH_STORM, "Đóng cửa vì bão", "Công điện 9", "quantri", NOW);

    assertThatThrownBy(() -> store.publish(1, FIRST, "Bỏ", "Công điện 10", "quantri", NOW))
        .isInstanceOf(PublishedMeanwhile.class)
        .hasMessageContaining("đã có phiên bản 2; thay đổi này dựa trên phiên bản 1");
    assertThat(calendars.version()).isEqualTo(2);
  }

  @Test
  void ofTwoAdministratorsAtTheSameMomentOneIsToldToLookAgain() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Boolean> publish =
        () -> {
          together.await();
          try {
            transaction.execute(
                t -> store.publish(1, WITH_STORM, "Bão", "Công điện", "quantri", NOW));
            return true;
          } catch (PublishedMeanwhile late) {
            return false;
          }
        };
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> one = two.submit(publish);
      Future<Boolean> other = two.submit(publish);

      assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
    } finally {
      two.shutdown();
    }
    assertThat(store.all()).hasSize(2);
  }

  @Test
  void aVersionThatWasRolledBackNeverCountsAgain() {
    transaction.executeWithoutResult(
        status -> {
          store.publish(1, WITH_STORM, "Bão", "Công điện", "quantri", NOW);
          assertThat(calendars.version()).isEqualTo(2);
          assertThat(calendars.calendar().isWorkingDay(STORM)).isFalse();
          status.setRollbackOnly();
        });
    assertThat(calendars.version()).isEqualTo(1);

    store.publish(1, FIRST + "# khác\n", "Khác", "QĐ", "quantri", NOW);

    assertThat(calendars.calendar().isWorkingDay(STORM)).isTrue();
  }

  @Test
  void whatDoesNotFitIsRefusedInWordsAndNothingIsEntered() {
    refused("Lịch làm việc, phiên bản 2", () -> publish(FIRST.replace("07:30", "7h30"), "a", "b"));
    refused("Thiếu nội dung thay đổi", () -> publish(WITH_STORM, " ", "b"));
    refused("Thiếu căn cứ", () -> publish(WITH_STORM, "a", null));
    refused("dài 1001 ký tự; tối đa 1000", () -> publish(WITH_STORM, "a".repeat(1001), "b"));
    assertThatThrownBy(() -> calendars.at(7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Không có phiên bản 7 của lịch làm việc.");
    assertThat(calendars.version()).isEqualTo(1);
  }

  @Test
  void noHandChangesOrDeletesAVersion() {
    for (String sql :
        List.of(
            "update calendar_version set note = 'khác'",
            "update calendar_version set note = 'khác' where version = 1",
            "delete from calendar_version")) {
      assertThatThrownBy(() -> jdbc.execute(sql))
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContainingAll("is only ever added to");
    }
    assertThat(store.all()).hasSize(1);
  }

  private int publish(String text, String note, String basis) {
    return store.publish(1, text, note, basis, "quantri", NOW);
  }

  private static void refused(String words, Runnable publish) {
    assertThatThrownBy(publish::run).isInstanceOf(BadData.class).hasMessageContaining(words);
  }
}
