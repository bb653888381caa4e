package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.deadline.ClockReading;

/**
 * A dossier on the desk of one transaction: its row, its acts, and what this transaction changes.
 * Changes are written once, before the transaction commits; columns that did not change are not
 * written, so that a timer's mark and a clerk's step do not overwrite each other.
 */
final class DossierFile {

  private final Dossier asRead;
  private final List<DossierAct> acts;
  private ClockReading clock;
  private String instance;
  private String onBehalfOf;
  private final Map<String, Object> now = new LinkedHashMap<>();
  private final Map<String, Object> unwritten = new LinkedHashMap<>();

  DossierFile(Dossier asRead, List<DossierAct> acts) {
    this.asRead = asRead;
    this.acts = new ArrayList<>(acts);
  }

  Dossier asRead() {
    return asRead;
  }

  String code() {
    return asRead.code();
  }

  String instanceId() {
    return instance == null ? asRead.instanceId() : instance;
  }

  /** The process that this transaction has begun for it; its clock keeps it. */
  void begun(String instance) {
    this.instance = instance;
  }

  DossierState state() {
    return DossierState.valueOf(value("state", asRead.state().name()));
  }

  /** The absent person in whose place this transaction works on it; null for nobody's. */
  String onBehalfOf() {
    return onBehalfOf;
  }

  void onBehalfOf(String absent) {
    onBehalfOf = absent;
  }

  /** Where its clock stands after a change in this transaction. */
  void clock(ClockReading reading) {
    clock = reading;
  }

  Instant dueAt() {
    return clock == null ? asRead.dueAt() : clock.due();
  }

  Instant pausedSince() {
    return clock == null ? asRead.pausedSince() : clock.pausedSince();
  }

  Instant stoppedAt() {
    return clock == null ? asRead.stoppedAt() : clock.stoppedAt();
  }

  Instant finishedAt() {
    return value("finished_at", asRead.finishedAt());
  }

  int supplementCount() {
    return value("supplement_count", asRead.supplementCount());
  }

  int guidanceCount() {
    return value("guidance_count", asRead.guidanceCount());
  }

  int supplementsBeyond() {
    return value("supplements_beyond", asRead.supplementsBeyond());
  }

  int supplementsLate() {
    return value("supplements_late", asRead.supplementsLate());
  }

  LocalDate proposedDue() {
    return value("proposed_due_on", asRead.proposedDue());
  }

  List<DossierAct> acts() {
    return acts;
  }

  void add(DossierAct act) {
    acts.add(act);
  }

  /** The last act done at this step, if it was done before. */
  Optional<DossierAct> lastAt(String processKey, String stepId) {
    return acts.stream()
        .filter(a -> a.processKey().equals(processKey) && a.stepId().equals(stepId))
        .reduce((first, second) -> second);
  }

  void state(DossierState state) {
    if (state != state()) {
      set("state", state.name());
    }
  }

  void set(String column, Object value) {
    now.put(column, value);
    unwritten.put(column, value);
  }

  /** What has to be written; afterwards nothing has. */
  Map<String, Object> takeUnwritten() {
    Map<String, Object> changes = new LinkedHashMap<>(unwritten);
    unwritten.clear();
    return changes;
  }

  @SuppressWarnings("unchecked")
  private <T> T value(String column, T asRead) {
    return now.containsKey(column) ? (T) now.get(column) : asRead;
  }
}
