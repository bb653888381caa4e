package vn.motcua.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.motcua.language.DataFile;
import vn.motcua.language.Texts;

/** The YAML text of a working calendar, and what changes make of it. Pure; keeps nothing. */
public final class CalendarText {

  private CalendarText() {}

  /**
   * The text with the changes made, all together: a year may be added with its days off. The rest
   * stays as it was, in the order of dates; own comments go.
   *
   * @throws vn.motcua.language.BadData in Vietnamese, naming the entry and value that does not fit;
   *     then nothing is made
   */
  public static String apply(String text, List<? extends CalendarChange> changes) {
    String name = Texts.of("calendar").get("text.name");
    CalendarEdit edit = new CalendarEdit(name, read(text, name));
    changes.forEach(edit::apply);
    String result = CalendarWriter.write(edit.data());
    CalendarStore.read(result, name);
    return result;
  }

  /**
   * What the text says, to be shown.
   *
   * @throws vn.motcua.language.BadData in Vietnamese if it is no calendar
   */
  public static CalendarContents contents(String text) {
    return CalendarContents.of(read(text, Texts.of("calendar").get("text.name")));
  }

  /**
   * The calendar of a text, for reckoning.
   *
   * @throws vn.motcua.language.BadData in Vietnamese if it is no calendar
   */
  public static WorkingCalendar calendar(String text) {
    return CalendarStore.read(text, Texts.of("calendar").get("text.name"));
  }

  private static CalendarData read(String text, String name) {
    return DataFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, CalendarData.class);
  }
}
