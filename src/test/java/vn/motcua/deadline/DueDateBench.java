package vn.motcua.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.ModelReader;

/** What reckoning a due date costs, for every limit that a model of the catalogue states. */
@Tag("bench")
class DueDateBench {

  private static final int STARTS = 2_000;
  private static final int ROUNDS = 3;

  /** Nanoseconds for any limit of the catalogue. */
  private static final double GOAL = 5_000;

  private final WorkingCalendar calendar = WorkingCalendar.standard();
  private final Random random = new Random(2026);

  @Test
  void everyLimitOfTheCatalogueFromAnyMoment() throws IOException {
    List<TimeLimit> limits = limits();
    ZonedDateTime[] starts =
        Stream.generate(this::start).limit(STARTS).toArray(ZonedDateTime[]::new);
    long[] nanos = new long[limits.size() * STARTS];
    for (int round = 0; round < ROUNDS; round++) {
      measure(limits, starts, nanos);
    }
    double mean = Arrays.stream(nanos).average().orElseThrow();
    Arrays.sort(nanos);
    long p99 = nanos[(int) (nanos.length * 0.99)];
    System.out.printf(
        "%nDue date, %d limits of the catalogue × %,d starts, with the cost of measuring%n"
            + "  mean %,7.0f ns%n  p99  %,7d ns   goal %,.0f ns: %s%n%n",
        limits.size(), STARTS, mean, p99, GOAL, p99 < GOAL ? "met" : "MISSED");
  }

  private void measure(List<TimeLimit> limits, ZonedDateTime[] starts, long[] nanos) {
    int at = 0;
    for (TimeLimit limit : limits) {
      for (ZonedDateTime start : starts) {
        long begin = System.nanoTime();
        ZonedDateTime due = calendar.due(start, limit);
        nanos[at++] = System.nanoTime() - begin;
        if (due.isBefore(start.minusMinutes(1))) {
          throw new IllegalStateException(start + " + " + limit + " = " + due);
        }
      }
    }
  }

  private ZonedDateTime start() {
    return LocalDateTime.of(2019, 1, 1, 0, 0)
        .plusMinutes(random.nextInt(5 * 365 * 24 * 60))
        .atZone(WorkingCalendar.ZONE);
  }

  private static List<TimeLimit> limits() throws IOException {
    try (Stream<Path> models = Files.walk(Path.of("processes"))) {
      return models
          .filter(f -> f.toString().endsWith(".bpmn"))
          .flatMap(f -> read(f).stream())
          .flatMap(c -> Stream.of(c.limit(), c.committed(), c.difficultLimit()))
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }
  }

  private static List<Case> read(Path file) {
    try {
      return ModelReader.plain().read(file).procedure().cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
