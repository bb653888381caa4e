package vn.motcua.access;

import java.util.List;

/** The accounts of the demonstration, as the login page shows them. */
interface DemoAccounts {

  /** One account of the demonstration: what to type, and whose work it opens. */
  record Shown(String userId, String name, String work) {}

  List<Shown> shown();

  String password();
}
