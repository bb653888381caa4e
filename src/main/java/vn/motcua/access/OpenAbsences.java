package vn.motcua.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The absences that are not over, kept in memory: every request asks for them, and there are few.
 * What another node enters is seen after some seconds; that one is over is seen at once, because
 * the period is read with the clock at every question. Safe for use by many threads.
 */
@Component
class OpenAbsences {

  private static final long FRESH = Duration.ofSeconds(5).toNanos();

  private final AbsenceStore store;
  private final Clock clock;
  private volatile Read read;

  OpenAbsences(AbsenceStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What was read, and when by the machine's own counter, which stories do not set. */
  private record Read(List<Absence> absences, long at) {}

  List<Absence> all() {
    Read last = read;
    if (last == null || System.nanoTime() - last.at() > FRESH) {
      last = new Read(store.open(), System.nanoTime());
      read = last;
    }
    return last.absences();
  }

  /** Those in which this person stands in for another now. */
  List<Absence> workedBy(String substitute) {
    return now(a -> a.substitute().equals(substitute));
  }

  /** Those of this person now. */
  List<Absence> leftBy(String person) {
    return now(a -> a.person().equals(person));
  }

  private List<Absence> now(Predicate<Absence> which) {
    List<Absence> all = all();
    if (all.isEmpty()) {
      return all;
    }
    Instant now = clock.instant();
    return all.stream().filter(a -> which.test(a) && a.isAt(now)).toList();
  }

  /** Something was written: reads anew at the next question. */
  void forget() {
    read = null;
  }
}
