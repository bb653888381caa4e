package vn.motcua.agency;

/**
 * A post: one role in one unit. Its id, {@code <unit>.<role>}, is at once the engine's group and
 * tenant: a task belongs to exactly one post.
 */
public record Post(Unit unit, Role role) {

  /** {@code so-tu-phap.approver}. */
  public String id() {
    return unit.id() + "." + role.word();
  }

  /** {@code Lãnh đạo phê duyệt – Sở Tư pháp}. */
  public String label() {
    return role.label() + " – " + unit.name();
  }
}
