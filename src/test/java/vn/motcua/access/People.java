package vn.motcua.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Post;
import vn.motcua.agency.Role;
import vn.motcua.agency.Unit;

/** Two agencies with every post, for tests of who may do what. */
@Component
class People {

  static final String PASSWORD = "mat-khau-thu-nghiem";
  static final Unit JUSTICE =
      new Unit("so-tu-phap", "Sở Tư pháp", "agency", null, "H49.1", List.of());
  static final Unit HEALTH = new Unit("so-y-te", "Sở Y tế", "agency", null, "H49.2", List.of());

  private boolean written;

  @Autowired PostSync sync;
  @Autowired Accounts accounts;
  @Autowired Memberships memberships;

  static List<Post> posts() {
    return Stream.of(JUSTICE, HEALTH)
        .flatMap(unit -> Arrays.stream(Role.values()).map(role -> new Post(unit, role)))
        .toList();
  }

  /** An account with these posts and the password of all. */
  String person(String id, String... posts) {
    if (!written) {
      sync.write(posts());
      written = true;
    }
    if (memberships.of(id).isEmpty()) {
      accounts.add(id, "Nguyễn Thị", "Lan", PASSWORD);
    }
    accounts.keep(id, null, null, List.of(posts));
    return id;
  }

  String administrator(String id) {
    person(id);
    accounts.makeAdministrator(id);
    return id;
  }
}
