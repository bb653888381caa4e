package vn.motcua.access;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import vn.motcua.agency.Role;

/** Who watches over all tasks without working on any: administrators and inspectors. */
final class Oversight {

  /** Group of those who run the system; the engine knows it by this name. */
  static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

  private static final String INSPECTOR = "." + Role.INSPECTOR.word();

  private Oversight() {}

  static boolean has(Authentication person) {
    return person != null && has(person.getGroupIds());
  }

  static boolean has(List<String> groups) {
    return groups != null && groups.stream().anyMatch(Oversight::sees);
  }

  static boolean sees(String group) {
    return group.equals(ADMINISTRATORS) || isInspector(group);
  }

  static boolean isInspector(String group) {
    return group.endsWith(INSPECTOR);
  }
}
