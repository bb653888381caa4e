package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;

/**
 * A person and the posts held in a period.
 *
 * @param userId name to log in with
 * @param name full name, family name first
 * @param posts ids of posts, {@code <unit>.<role>}; at least one
 * @param from first day
 * @param to last day, or null
 * @param email where this person gets mail, or null
 * @param introduction what this person shows in the demo; null if not one of the main accounts
 */
public record Official(
    String userId,
    String name,
    List<String> posts,
    LocalDate from,
    LocalDate to,
    String email,
    String introduction) {

  public Official {
    posts = List.copyOf(posts);
  }

  /** True if the login page of the demo lists this account. */
  public boolean main() {
    return introduction != null;
  }
}
