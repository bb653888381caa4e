package vn.motcua.warning;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * What other rooms want said in the digests, such as reminders of consulted agencies. A room offers
 * a bean; it is asked once a working day, before the digests are made, perhaps by several nodes.
 */
@FunctionalInterface
public interface Notices {

  /** Hands over every notice of a day, one by one. */
  void each(LocalDate day, Consumer<Notice> to);
}
