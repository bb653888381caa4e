package vn.motcua.calendar;

import java.time.Instant;

/**
 * One version of the working calendar as it was entered.
 *
 * @param number from 1; the highest is in force
 * @param text the whole YAML text
 * @param digest SHA-256 of the text, in hexadecimal
 * @param note what was changed, in words
 * @param basis decision or announcement by which it was changed
 * @param enteredBy account of the administrator; null for the first version, entered by the system
 */
public record CalendarVersion(
    int number,
    String text,
    String digest,
    String note,
    String basis,
    String enteredBy,
    Instant enteredAt) {}
