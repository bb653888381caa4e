package vn.motcua.procedure;

import java.util.List;

/**
 * The kinds of act a step of a route can be, with the outcomes a person chooses between; the first
 * outcome is the way forward. An act without outcomes is simply done. The closed list of
 * docs/design/facts.md, section 4.
 */
public enum Act {
  RECEIVE("receive", "accept", "supplement", "refuse"),
  ASSIGN("assign"),
  APPRAISE("appraise", "forward", "supplement", "refuse"),
  INSPECT("inspect"),
  COUNCIL("council"),
  CONSULT("consult"),
  INITIAL("initial", "forward", "send-back"),
  APPROVE("approve", "approve", "send-back", "refuse"),
  SEAL("seal"),
  TRANSFER("transfer"),
  WORK("work"),
  RETURN("return"),
  RECORD("record"),
  WAIT("wait");

  private final String word;
  private final List<String> outcomes;

  Act(String word, String... outcomes) {
    this.word = word;
    this.outcomes = List.of(outcomes);
  }

  /** The word in a model's property {@code act}. */
  public String word() {
    return word;
  }

  /** Outcomes a person chooses between, the way forward first; empty if there is no choice. */
  public List<String> outcomes() {
    return outcomes;
  }
}
