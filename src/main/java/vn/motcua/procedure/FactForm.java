package vn.motcua.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.motcua.language.Texts;

/**
 * How a fact is written. Refuses a value with words that say what is expected. Immutable.
 *
 * @param key text that says what is expected
 * @param choices the closed list of values; empty if any value of the form will do
 * @param readable true for a value of this form
 */
record FactForm(String key, List<String> choices, Predicate<String> readable) {

  static final FactForm TEXT = new FactForm("form.text", List.of(), text -> !text.isBlank());
  static final FactForm LINES =
      new FactForm(
          "form.lines",
          List.of(),
          text -> text.lines().noneMatch(String::isBlank) && !text.isBlank());
  static final FactForm TIME =
      new FactForm("form.time", List.of(), text -> Times.read(text).isPresent());
  static final FactForm DAY = new FactForm("form.day", List.of(), FactForm::isDay);
  static final FactForm CODE = matching("form.code", "(?:[1-9]\\.\\d{6}|0\\.\\d{6})");
  static final FactForm WORD = matching("form.word", "[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  static final FactForm UNIT =
      matching("form.unit", "reception|lead|commune|province|centre|agency:[a-z][a-z0-9-]*");
  static final FactForm COUNT = matching("form.count", "[1-9]\\d?");
  static final FactForm DIGEST = matching("form.digest", "[0-9a-f]{16}");

  private static final Texts TEXTS = Texts.of("procedure");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  static FactForm matching(String key, String pattern) {
    Predicate<String> whole = Pattern.compile(pattern).asMatchPredicate();
    return new FactForm(key, List.of(), whole);
  }

  static FactForm oneOf(String... words) {
    List<String> choices = List.of(words);
    return new FactForm("form.choice", choices, choices::contains);
  }

  static FactForm atMost(int length) {
    return new FactForm("form.text", List.of(), text -> !text.isBlank() && text.length() <= length);
  }

  /** What is expected instead, in Vietnamese; empty if the value is of this form. */
  Optional<String> refuse(String value) {
    return readable.test(value)
        ? Optional.empty()
        : Optional.of(TEXTS.get(key, String.join(", ", choices)));
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text, DATE);
      return true;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }
}
