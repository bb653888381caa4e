package vn.motcua.calendar;

import vn.motcua.language.Texts;

/**
 * A change of the calendar was made on a version that is no longer the newest. Nothing was entered;
 * the Vietnamese message names both versions and what to do.
 */
public class PublishedMeanwhile extends RuntimeException {
  PublishedMeanwhile(int expected, int newest) {
    super(Texts.of("calendar").get("version.meanwhile", expected, newest));
  }
}
