package vn.motcua.access;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Full names behind accounts, for papers and lists. Safe for use by many threads. */
@Component
public class Names {

  private final Memberships memberships;

  Names(Memberships memberships) {
    this.memberships = memberships;
  }

  /** Names by account, family name first; accounts that are gone are left out. */
  public Map<String, String> of(Collection<String> accounts) {
    return memberships.names(accounts);
  }
}
