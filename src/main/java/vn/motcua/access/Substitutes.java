package vn.motcua.access;

import java.util.List;
import java.util.Optional;

/** In whose place a person works on a task. For the application itself. Thread-safe. */
public interface Substitutes {

  /**
   * The absent person in whose place somebody works on a task: the one who has taken the task, or
   * from whom it was taken over; else, if the post is not the worker's own, whoever is absent from
   * it. Empty if the person works in the own name.
   *
   * @param person account of the one who works
   * @param post id of the task's post
   * @param assignee account of who has taken the task, or null
   * @param owner account of the person from whom it was taken over, or null
   */
  Optional<String> onBehalf(String person, String post, String assignee, String owner);

  /** Posts of absent people in which this person works now. */
  List<StandIn> standIns(String person);

  /** Who works now in the place of a person in a post; empty if the person is not absent. */
  Optional<String> substituteOf(String person, String post);
}
