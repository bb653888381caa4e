package vn.motcua.workplace;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.Who;
import vn.motcua.agency.Role;

/** Tells Tasklist what to offer the person at work. Only a help: each door asks again. */
@RestController
class MyWork {

  private static final String CLERK = "." + Role.COUNTER_CLERK.word();

  private final Who who;

  MyWork(Who who) {
    this.who = who;
  }

  /**
   * @param receives true if this person sits at a counter and receives dossiers
   */
  record Me(String name, boolean receives) {}

  @GetMapping("/api/workplace/me")
  Me me() {
    var official = who.now();
    return new Me(
        official.name(), official.postIds().stream().anyMatch(post -> post.endsWith(CLERK)));
  }
}
