package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;

/**
 * People whom the data name, so that accounts can be made for them at the start. There is such a
 * bean only in the profile {@code demo}; ask for it as optional. Thread-safe.
 */
public interface Officials {

  /** Everybody who holds a post on a day, main accounts first. */
  List<Official> officials(LocalDate day);

  /** Password with which all these accounts begin. Never to be logged or shown outside the demo. */
  String firstPassword();
}
