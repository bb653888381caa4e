package vn.motcua.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.language.Texts;

/** Calendars of the database, parsed once each: a committed version never changes. */
final class StoredCalendars implements Calendars {

  private static final Texts TEXTS = Texts.of("calendar");

  private final CalendarStore store;
  private final Map<Integer, WorkingCalendar> parsed = new ConcurrentHashMap<>();

  StoredCalendars(CalendarStore store) {
    this.store = store;
  }

  @Override
  public int version() {
    return store.newest();
  }

  @Override
  public WorkingCalendar at(int version) {
    WorkingCalendar known = parsed.get(version);
    return known != null ? known : read(version);
  }

  @Override
  public NavigableMap<Instant, Integer> beginnings() {
    return store.beginnings();
  }

  private WorkingCalendar read(int version) {
    String text =
        store
            .find(version)
            .map(CalendarVersion::text)
            .orElseThrow(() -> new IllegalArgumentException(TEXTS.get("version.unknown", version)));
    WorkingCalendar calendar = CalendarStore.read(text, TEXTS.get("version.file", version));
    parsed.put(version, calendar);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new ForgetIfRolledBack(version));
    }
    return calendar;
  }

  /** The version may be one that this transaction adds; undone, its number gets another text. */
  private final class ForgetIfRolledBack implements TransactionSynchronization {
    private final int version;

    ForgetIfRolledBack(int version) {
      this.version = version;
    }

    @Override
    public void afterCompletion(int status) {
      if (status != STATUS_COMMITTED) {
        parsed.remove(version);
      }
    }
  }
}
