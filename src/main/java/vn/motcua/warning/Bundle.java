package vn.motcua.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is at risk for one person: counts all, keeps the worst. So a director of ten thousand late
 * dossiers costs no more memory than a clerk of a hundred. For one thread.
 */
final class Bundle {

  /** Nobody reads more in a mail; Tasklist has the rest. */
  static final int MOST = 100;

  /** The least urgent first, for it leaves when there is no room. */
  private final PriorityQueue<Risk> worst = new PriorityQueue<>(BY_URGENCY.reversed());

  private final int[] counts = new int[Rung.values().length];
  private final List<Notice> notices = new ArrayList<>(0);

  private static final Comparator<Risk> BY_URGENCY =
      Comparator.comparing(Risk::rung)
          .reversed()
          .thenComparing(Risk::due)
          .thenComparing(r -> r.dossier().code());

  /**
   * One line: a step of a dossier, or a dossier without an open step.
   *
   * @param due the limit whose rung it is
   */
  record Risk(OpenDossier dossier, OpenStep step, Rung rung, Recipient role, Instant due) {}

  void add(Risk risk) {
    counts[risk.rung().ordinal()]++;
    worst.add(risk);
    if (worst.size() > MOST) {
      worst.poll();
    }
  }

  void add(Notice notice) {
    if (notices.size() < MOST) {
      notices.add(notice);
    }
  }

  int count(Rung rung) {
    return counts[rung.ordinal()];
  }

  List<Notice> notices() {
    return notices;
  }

  /** The most urgent first. */
  List<Risk> worst() {
    return worst.stream().sorted(BY_URGENCY).toList();
  }
}
