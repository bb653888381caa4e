package vn.motcua.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of act a step of a route can be, with its form and the outcomes a person chooses
 * between; the first outcome is the way forward. An act without outcomes is simply done. The closed
 * list of docs/design/facts.md, section 4.
 */
public enum Act {
  RECEIVE("receive", "receive", "accept", "supplement", "refuse"),
  ASSIGN("assign", "assign"),
  APPRAISE("appraise", "appraise", "forward", "supplement", "refuse"),
  INSPECT("inspect", "inspect"),
  COUNCIL("council", "council"),
  CONSULT("consult", "consult"),
  INITIAL("initial", "initial", "forward", "send-back"),
  REVIEW("review", "review", "forward", "submit", "send-back"),
  APPROVE("approve", "approve", "approve", "send-back", "refuse"),
  SEAL("seal", "seal"),
  TRANSFER("transfer", "step"),
  WORK("work", "step"),
  RETURN("return", "return"),
  RECORD("record", "step"),
  WAIT("wait", "step");

  /** The way forward of an act whose outcomes its shared process decides. */
  static final String DONE = "done";

  private static final Map<String, Act> BY_WORD = new HashMap<>();

  static {
    for (Act act : values()) {
      BY_WORD.put(act.word, act);
    }
  }

  private final String word;
  private final String form;
  private final List<String> outcomes;

  Act(String word, String form, String... outcomes) {
    this.word = word;
    this.form = form;
    this.outcomes = List.of(outcomes);
  }

  /** The act with this word, if there is one. */
  public static Optional<Act> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The word in a model's property {@code act}. */
  public String word() {
    return word;
  }

  /**
   * The form that a step with this act shows; {@code <form>-<variant>} may take its place where the
   * route offers fewer outcomes.
   */
  public String form() {
    return form;
  }

  /** Outcomes a person chooses between, the way forward first; empty if there is no choice. */
  public List<String> outcomes() {
    return outcomes;
  }
}
