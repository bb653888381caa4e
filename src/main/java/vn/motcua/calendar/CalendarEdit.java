package vn.motcua.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.motcua.calendar.CalendarChange.Closed;
import vn.motcua.calendar.CalendarChange.Confirm;
import vn.motcua.calendar.CalendarChange.DaysOff;
import vn.motcua.calendar.CalendarChange.NewHours;
import vn.motcua.calendar.CalendarChange.Open;
import vn.motcua.calendar.CalendarChange.Swap;
import vn.motcua.calendar.CalendarChange.TakenOut;
import vn.motcua.calendar.CalendarChange.UpTo;
import vn.motcua.calendar.CalendarData.Closure;
import vn.motcua.calendar.CalendarData.Hours;
import vn.motcua.calendar.CalendarData.MakeUpDay;
import vn.motcua.calendar.CalendarData.OpenDay;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * A calendar on which changes are made one after another. Refuses what only a change can get wrong;
 * what any calendar must hold is judged by {@link CalendarRules} on the result.
 */
final class CalendarEdit {

  private static final Texts TEXTS = Texts.of("calendar");

  private final String file;
  private final CalendarData before;
  private final List<DayOff> daysOff;
  private final List<MakeUpDay> makeUpDays;
  private final List<Closure> closures;
  private final List<Hours> hours;
  private final List<OpenDay> openDays;
  private int lastYear;

  CalendarEdit(String file, CalendarData before) {
    this.file = file;
    this.before = before;
    daysOff = new ArrayList<>(before.daysOff());
    makeUpDays = new ArrayList<>(before.makeUpDays());
    closures = new ArrayList<>(before.closures());
    hours = new ArrayList<>(before.hours());
    openDays = new ArrayList<>(before.openDays());
    lastYear = before.lastYear();
  }

  void apply(CalendarChange change) {
    if (change instanceof DaysOff c) {
      daysOff.add(new DayOff(c.from(), c.to(), c.name(), c.basis(), c.estimated()));
    } else if (change instanceof Swap c) {
      swap(c);
    } else if (change instanceof Closed c) {
      closures.add(new Closure(c.unit(), c.from(), c.to(), c.name(), c.basis()));
    } else if (change instanceof NewHours c) {
      hours(new Hours(c.unit(), c.from(), c.to(), c.sessions(), c.basis()));
    } else if (change instanceof Open c) {
      openDays.add(new OpenDay(c.unit(), c.weekday(), c.from(), c.to(), c.sessions(), c.basis()));
    } else if (change instanceof UpTo c) {
      upTo(c.lastYear());
    } else if (change instanceof Confirm c) {
      confirm(c);
    } else if (change instanceof TakenOut c) {
      takeOut(c);
    }
  }

  /** What the calendar says with all changes. */
  CalendarData data() {
    IntStream.rangeClosed(before.lastYear() + 1, lastYear)
        .filter(year -> daysOff.stream().noneMatch(d -> isIn(d, year)))
        .findFirst()
        .ifPresent(year -> refuse("change.empty-year", year));
    CalendarData after =
        new CalendarData(
            before.firstYear(),
            lastYear,
            inOrder(daysOff, DayOff::from),
            inOrder(makeUpDays, MakeUpDay::day),
            inOrder(closures, Closure::from),
            hours,
            openDays,
            before.sameDayCutoff());
    new CalendarRules(file, after).check();
    return after;
  }

  private static <T> List<T> inOrder(List<T> entries, Function<T, LocalDate> day) {
    return entries.stream()
        .sorted(Comparator.comparing(day, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private static boolean isIn(DayOff off, int year) {
    return off.from() != null && off.from().getYear() == year;
  }

  private void swap(Swap c) {
    if (c.off() == null || c.worked() == null) {
      refuse("change.swap-incomplete");
    }
    if (Timetables.isRest(c.off())) {
      refuse("change.swap-rest", Dates.day(c.off()));
    }
    daysOff.add(
        new DayOff(
            c.off(), null, TEXTS.get("change.swap-off", Dates.day(c.worked())), c.basis(), false));
    makeUpDays.add(
        new MakeUpDay(c.worked(), TEXTS.get("change.swap-worked", Dates.day(c.off())), c.basis()));
  }

  private void upTo(int year) {
    if (year <= lastYear) {
      refuse("change.year", year, lastYear);
    }
    lastYear = year;
  }

  private void confirm(Confirm c) {
    DayOff estimate =
        daysOff.stream()
            .filter(d -> d.estimated() && c.day() != null && d.covers(c.day()))
            .findFirst()
            .orElse(null);
    if (estimate == null) {
      refuse("change.no-estimate", c.day() == null ? "" : Dates.day(c.day()));
      return;
    }
    DayOff announced =
        c.from() == null
            ? new DayOff(estimate.from(), estimate.to(), estimate.name(), c.basis(), false)
            : new DayOff(c.from(), c.to(), estimate.name(), c.basis(), false);
    daysOff.set(daysOff.indexOf(estimate), announced);
  }

  private void takeOut(TakenOut c) {
    if (c.basis() == null || c.basis().isBlank()) {
      refuse("data.incomplete", c.from() == null ? "" : Dates.day(c.from()));
    }
    boolean found =
        c.unit() == null
            && (daysOff.removeIf(d -> d.from().equals(c.from()))
                | makeUpDays.removeIf(m -> m.day().equals(c.from())));
    found |=
        closures.removeIf(x -> x.from().equals(c.from()) && Objects.equals(x.unit(), c.unit()));
    if (!found) {
      refuse("change.nothing-there", c.from() == null ? "" : Dates.day(c.from()));
    }
  }

  /** What held before ends the day before the new hours, and goes on after them. */
  private void hours(Hours added) {
    if (added.from() == null || added.to() != null && added.to().isBefore(added.from())) {
      hours.add(added);
      return;
    }
    List<Hours> result = new ArrayList<>();
    for (Hours h : hours) {
      boolean touches =
          Objects.equals(h.unit(), added.unit())
              && (added.to() == null || !h.from().isAfter(added.to()))
              && (h.to() == null || !h.to().isBefore(added.from()));
      if (!touches) {
        result.add(h);
        continue;
      }
      if (h.from().isBefore(added.from())) {
        result.add(between(h, h.from(), added.from().minusDays(1)));
      }
      if (added.to() != null && (h.to() == null || h.to().isAfter(added.to()))) {
        result.add(between(h, added.to().plusDays(1), h.to()));
      }
    }
    result.add(added);
    result.sort(
        Comparator.comparing(Hours::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Hours::from));
    hours.clear();
    hours.addAll(result);
  }

  private static Hours between(Hours h, LocalDate from, LocalDate to) {
    return new Hours(h.unit(), from, to, h.sessions(), h.basis());
  }

  private void refuse(String key, Object... words) {
    throw new BadData(file + ": " + TEXTS.get(key, words));
  }
}
