package vn.motcua.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * A moment as a letter writes it. All parts are null if it is not known, so that a template can ask
 * for any of them.
 *
 * @param time {@code 08:00}
 * @param day {@code 23/11/2026}
 * @param moment {@code 08:00 ngày 23/11/2026}
 * @param words {@code 08 giờ 00 phút, ngày 23 tháng 11 năm 2026}
 * @param dayWords {@code ngày 23 tháng 11 năm 2026}
 */
record When(String time, String day, String moment, String words, String dayWords) {

  static final When UNKNOWN = new When(null, null, null, null, null);

  private static final Texts TEXTS = Texts.of("letter");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  static When of(Instant instant) {
    if (instant == null) {
      return UNKNOWN;
    }
    ZonedDateTime at = instant.atZone(WorkingCalendar.ZONE);
    String day = Dates.day(at);
    String dayWords = dayWords(at.toLocalDate());
    return new When(
        TIME.format(at),
        day,
        TEXTS.get("moment", TIME.format(at), day),
        TEXTS.get("moment.words", HOUR.format(at), MINUTE.format(at), dayWords),
        dayWords);
  }

  static When of(LocalDate day) {
    return new When(null, Dates.day(day), null, null, dayWords(day));
  }

  /** Days below ten and the first two months have a nought before them (NĐ 30/2020, Phụ lục I). */
  private static String dayWords(LocalDate day) {
    String number = day.getDayOfMonth() < 10 ? "0" + day.getDayOfMonth() : "" + day.getDayOfMonth();
    String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : "" + day.getMonthValue();
    return TEXTS.get("day.words", number, month, day.getYear());
  }
}
