package vn.motcua.deadline;

import vn.motcua.language.Texts;

/** A day before the first rule of a policy switch. The Vietnamese message names switch and day. */
public class NoPolicy extends RuntimeException {
  NoPolicy(String name, String day) {
    super(Texts.of("deadline").get("policy.none", name, day));
  }
}
