package vn.motcua.designer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.TimeLimit.Unit;

/** Limits as the national database writes them: {@code 07 ngày làm việc; 15 ngày}. */
final class Limits {

  static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(8);

  /** A limit and the words it was read from. */
  record Stated(TimeLimit limit, String words) {

    /** A word for ids: {@code limit-7-working-days}. */
    String id() {
      return "limit-"
          + limit.amount().toPlainString().replace('.', '-')
          + switch (limit.unit()) {
            case WORKING_DAY -> "-working-days";
            case DAY -> "-days";
            case WORKING_HOUR -> "-hours";
            case MONTH -> "-months";
            case SAME_DAY -> "-same-day";
          };
    }
  }

  private Limits() {}

  /** The limits of a text, each once; empty if one of them is not a limit. */
  static List<Stated> read(String text) {
    List<Stated> limits = new ArrayList<>();
    for (String words : text.split(";")) {
      Optional<TimeLimit> limit = one(words);
      if (limit.isEmpty()) {
        return List.of();
      }
      if (limits.stream().noneMatch(known -> known.limit().equals(limit.get()))) {
        limits.add(new Stated(limit.get(), words.strip()));
      }
    }
    return limits;
  }

  /** One limit; empty if the text is none or says zero. */
  static Optional<TimeLimit> one(String words) {
    try {
      return Optional.of(TimeLimit.parse(words)).filter(limit -> limit.amount().signum() > 0);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Working hours of a limit; calendar days and months count as working days do. */
  static BigDecimal roughHours(TimeLimit limit) {
    return switch (limit.unit()) {
      case WORKING_HOUR -> limit.amount();
      case MONTH -> limit.amount().multiply(BigDecimal.valueOf(22 * 8));
      default -> limit.amount().multiply(HOURS_OF_A_DAY);
    };
  }

  /** True if both run in working time, so that they can be compared. */
  static boolean comparable(TimeLimit one, TimeLimit other) {
    return one.unit() == other.unit() || working(one) && working(other);
  }

  private static boolean working(TimeLimit limit) {
    return limit.unit() != Unit.DAY && limit.unit() != Unit.MONTH;
  }
}
