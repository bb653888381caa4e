package vn.motcua.handover;

import java.util.List;
import vn.motcua.agency.Role;

/** Which way papers go, and whose hands give and take them (NĐ 61/2018/NĐ-CP Điều 18, 20). */
enum Direction {
  /** After reception, to the mail desk of the agency or to those who work on the dossier. */
  TO_AGENCY(
      "hand-over",
      "reception",
      List.of(Role.COUNTER_CLERK),
      "lead",
      List.of(Role.SEAL_CLERK, Role.HEAD_OF_ROOM, Role.APPRAISER)),
  /** Result and papers, back to the one-stop unit that received the dossier. */
  TO_RECEPTION(
      "result-hand-over",
      "lead",
      List.of(Role.SEAL_CLERK),
      "reception",
      List.of(Role.RETURN_CLERK, Role.COUNTER_CLERK));

  private final String form;
  private final String giver;
  private final List<Role> giverRoles;
  private final String taker;
  private final List<Role> takerRoles;

  Direction(String form, String giver, List<Role> giverRoles, String taker, List<Role> takerRoles) {
    this.form = form;
    this.giver = giver;
    this.giverRoles = giverRoles;
    this.taker = taker;
    this.takerRoles = takerRoles;
  }

  /** Form of the sheet. */
  String form() {
    return form;
  }

  /** {@code reception} or {@code lead}, as a post is asked for. */
  String giver() {
    return giver;
  }

  List<Role> giverRoles() {
    return giverRoles;
  }

  String taker() {
    return taker;
  }

  List<Role> takerRoles() {
    return takerRoles;
  }

  /** Who holds the papers before, in the table {@code paper_place}. */
  String from() {
    return this == TO_AGENCY ? "reception" : "agency";
  }

  /** Who holds them once they were taken. */
  String to() {
    return this == TO_AGENCY ? "agency" : "reception";
  }
}
