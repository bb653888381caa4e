package vn.motcua.deadline;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.WebUtils;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarText;
import vn.motcua.language.BadData;

/**
 * Changes of the calendar that an administrator has entered but not yet published, or the file of a
 * release that is looked at. Lives in the session; safe for two windows of one person. Templates
 * read what is public.
 */
final class CalendarDraft {

  private final List<CalendarChange> changes = new ArrayList<>();
  private String file;
  private Previewed previewed;

  /**
   * What was shown before publishing; only that is published.
   *
   * @param base version that the changes were made on
   * @param text the calendar they make
   */
  record Previewed(int base, String text, Recalculation.Preview preview) {
    /** Of the text and the version it was made on. */
    String digest() {
      return base + "-" + Integer.toHexString(text.hashCode());
    }
  }

  static CalendarDraft of(HttpSession session) {
    synchronized (WebUtils.getSessionMutex(session)) {
      String name = CalendarDraft.class.getName();
      if (session.getAttribute(name) == null) {
        session.setAttribute(name, new CalendarDraft());
      }
      return (CalendarDraft) session.getAttribute(name);
    }
  }

  synchronized List<CalendarChange> changes() {
    return List.copyOf(changes);
  }

  public synchronized boolean isFile() {
    return file != null;
  }

  public synchronized boolean isEmpty() {
    return changes.isEmpty() && file == null;
  }

  /**
   * Adds changes if they fit.
   *
   * @param base text of the calendar in force
   * @throws BadData in Vietnamese if they do not; then nothing is added
   */
  synchronized void add(String base, List<CalendarChange> more) {
    List<CalendarChange> all = new ArrayList<>(changes);
    all.addAll(more);
    CalendarText.apply(base, all);
    changes.addAll(more);
    file = null;
    previewed = null;
  }

  /** Nothing happens if there is no change of that place any more. */
  synchronized void remove(int place) {
    if (place >= 0 && place < changes.size()) {
      changes.remove(place);
      previewed = null;
    }
  }

  synchronized void clear() {
    changes.clear();
    file = null;
    previewed = null;
  }

  /** Looks at the calendar of a release instead of changes. */
  synchronized void look(String text) {
    clear();
    file = text;
  }

  /**
   * The calendar as it would be.
   *
   * @param base text of the calendar in force
   * @throws BadData in Vietnamese if the changes no longer fit
   */
  synchronized String text(String base) {
    return file != null ? file : CalendarText.apply(base, changes);
  }

  /** Why it can not be published as it is. */
  Optional<String> problem(String base) {
    try {
      text(base);
      return Optional.empty();
    } catch (BadData wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  synchronized void previewed(Previewed seen) {
    previewed = seen;
  }

  synchronized Optional<Previewed> previewed() {
    return Optional.ofNullable(previewed);
  }
}
