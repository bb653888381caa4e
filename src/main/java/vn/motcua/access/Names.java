package vn.motcua.access;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.language.Texts;

/** Full names behind accounts, for papers and lists. Safe for use by many threads. */
@Component
public class Names {

  private static final Texts TEXTS = Texts.of("access");

  private final Memberships memberships;

  Names(Memberships memberships) {
    this.memberships = memberships;
  }

  /**
   * Who did something, in words: "Nguyễn A", or "Nguyễn A thay mặt Trần B"; an account without a
   * name stands for itself.
   *
   * @param names as {@link #of} gives them
   * @param onBehalfOf account in whose place it was done, or null
   */
  public static String signature(Map<String, String> names, String person, String onBehalfOf) {
    return signed(
        names.getOrDefault(person, person),
        onBehalfOf == null ? null : names.getOrDefault(onBehalfOf, onBehalfOf));
  }

  /** The same of two names; the second is null if nobody was absent. */
  public static String signed(String name, String absent) {
    return absent == null ? name : TEXTS.get("on-behalf", name, absent);
  }

  /** Names by account, family name first; accounts that are gone are left out. */
  public Map<String, String> of(Collection<String> accounts) {
    return memberships.names(accounts);
  }
}
