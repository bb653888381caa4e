package vn.motcua.deadline;

import static vn.motcua.deadline.ChangeKind.Type.CHECK;
import static vn.motcua.deadline.ChangeKind.Type.DAY;
import static vn.motcua.deadline.ChangeKind.Type.TEXT;
import static vn.motcua.deadline.ChangeKind.Type.UNIT;
import static vn.motcua.deadline.ChangeKind.Type.WEEKDAY;

import java.util.List;
import java.util.Optional;
import vn.motcua.language.CodeWord;

/** What an administrator can enter into the working calendar, and what its form asks for. */
enum ChangeKind {
  DAYS_OFF(must("from", DAY), may("to", DAY), must("name", TEXT), must("basis", TEXT), estimated()),
  SWAP(must("off", DAY), must("worked", DAY), must("basis", TEXT)),
  CLOSURE(
      must("unit", UNIT),
      must("from", DAY),
      may("to", DAY),
      must("name", TEXT),
      must("basis", TEXT)),
  HOURS(
      must("unit", UNIT),
      must("from", DAY),
      may("until", DAY),
      must("sessions", TEXT),
      must("basis", TEXT)),
  OPEN_DAY(
      must("unit", UNIT),
      must("weekday", WEEKDAY),
      must("from", DAY),
      may("until", DAY),
      must("sessions", TEXT),
      must("basis", TEXT)),
  NEXT_YEAR(
      must("new-year", TEXT),
      must("from", DAY),
      may("to", DAY),
      must("name", TEXT),
      must("basis", TEXT),
      estimated()),
  CONFIRM(
      must("day", DAY), may("announced-from", DAY), may("announced-to", DAY), must("basis", TEXT)),
  TAKE_OUT(must("unit", UNIT), must("from", DAY), must("basis", TEXT));

  /** How a field is shown and read. */
  enum Type {
    DAY,
    TEXT,
    UNIT,
    WEEKDAY,
    CHECK
  }

  /** One field of a form. */
  record Field(String name, Type type, boolean required) {}

  private final List<Field> fields;

  ChangeKind(Field... fields) {
    this.fields = List.of(fields);
  }

  private static Field must(String name, Type type) {
    return new Field(name, type, true);
  }

  private static Field may(String name, Type type) {
    return new Field(name, type, false);
  }

  private static Field estimated() {
    return may("estimated", CHECK);
  }

  public List<Field> fields() {
    return fields;
  }

  /** {@code days-off}: for addresses and keys of texts. */
  public String word() {
    return CodeWord.of(this);
  }

  static Optional<ChangeKind> of(String word) {
    return CodeWord.find(ChangeKind.class, word);
  }
}
