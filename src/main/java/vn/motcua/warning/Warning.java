package vn.motcua.warning;

import vn.motcua.warning.Recipients.Warned;
import vn.motcua.warning.Rungs.Reached;

/**
 * One person warned of one rung.
 *
 * @param taskId the step's task; empty for the dossier as a whole
 */
record Warning(
    String code, String taskId, String stepName, Reached reached, Recipient role, Warned who) {

  /** What makes it the same warning: it is given once, however often it is looked at. */
  Key key() {
    return new Key(
        code, taskId, reached.rung().percent(), reached.due().toEpochMilli(), who.person());
  }

  record Key(String code, String taskId, int percent, long due, String person) {}
}
