package vn.motcua.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarContents.Entry;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** Entries and changes of the calendar in words, in the language of a reader. */
final class CalendarWords {

  private static final Texts TEXTS = Texts.of("deadline");

  private final Locale language;
  private final UnitNames units;

  CalendarWords(Locale language, UnitNames units) {
    this.language = language;
    this.units = units;
  }

  /** {@code thứ hai 31/08/2026}, or a period. */
  String days(LocalDate from, LocalDate to) {
    return to == null || to.equals(from)
        ? text("calendar.day", weekday(from.getDayOfWeek()), Dates.day(from))
        : text("calendar.days", Dates.day(from), Dates.day(to));
  }

  String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, language);
  }

  String kind(Entry entry) {
    return text("calendar.kind." + word(entry));
  }

  static String word(Entry entry) {
    return CodeWord.of(entry.kind());
  }

  /** What an entry says beside its days. */
  String what(Entry entry) {
    return switch (entry.kind()) {
      case HOURS -> sessions(entry.sessions());
      case OPEN_DAY -> text("calendar.open", weekday(entry.weekday()), sessions(entry.sessions()));
      default -> entry.name();
    };
  }

  String period(Entry entry) {
    return entry.kind().ofDays() ? days(entry.from(), entry.to()) : since(entry.from(), entry.to());
  }

  /** Hours and open days hold from a day on, or to another. */
  private String since(LocalDate from, LocalDate to) {
    return to == null
        ? text("calendar.since", Dates.day(from))
        : text("calendar.days", Dates.day(from), Dates.day(to));
  }

  String unit(String id) {
    return units.of(id, language);
  }

  private static String sessions(List<String> sessions) {
    return String.join(", ", sessions);
  }

  /** A change, without its legal basis. */
  String of(CalendarChange change) {
    if (change instanceof CalendarChange.DaysOff c) {
      return text(
          c.estimated() ? "calendar.said.days-off.estimated" : "calendar.said.days-off",
          days(c.from(), c.to()),
          c.name());
    } else if (change instanceof CalendarChange.Swap c) {
      return text("calendar.said.swap", days(c.off(), null), days(c.worked(), null));
    } else if (change instanceof CalendarChange.Closed c) {
      return text("calendar.said.closure", unit(c.unit()), days(c.from(), c.to()), c.name());
    } else if (change instanceof CalendarChange.NewHours c) {
      return text(
          "calendar.said.hours", unit(c.unit()), sessions(c.sessions()), since(c.from(), c.to()));
    } else if (change instanceof CalendarChange.Open c) {
      return text(
          "calendar.said.open-day",
          unit(c.unit()),
          weekday(c.weekday()),
          sessions(c.sessions()),
          since(c.from(), c.to()));
    } else if (change instanceof CalendarChange.UpTo c) {
      return text("calendar.said.next-year", c.lastYear());
    } else if (change instanceof CalendarChange.Confirm c) {
      return c.from() == null
          ? text("calendar.said.confirm", Dates.day(c.day()))
          : text("calendar.said.confirm.as", Dates.day(c.day()), days(c.from(), c.to()));
    } else if (change instanceof CalendarChange.TakenOut c) {
      return text("calendar.said.take-out", unit(c.unit()), Dates.day(c.from()));
    }
    throw new IllegalArgumentException(String.valueOf(change));
  }

  /** How far a promised day moves. */
  String shift(long days) {
    return days == 0
        ? text("calendar.shift.hours")
        : text(days > 0 ? "calendar.shift.later" : "calendar.shift.earlier", Math.abs(days));
  }

  private String text(String key, Object... words) {
    return TEXTS.get(language, key, words);
  }
}
