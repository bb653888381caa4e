package vn.motcua.procedure.rule;

import vn.motcua.language.Texts;
import vn.motcua.procedure.Model;

/**
 * One thing that must hold in every model. Its reason and its source are the texts {@code
 * <id>.reason} and {@code <id>.source}; what it says about a model are the texts {@code
 * <id>.<what>}. Without state.
 */
public abstract class Rule {

  static final Texts TEXTS = Texts.of("procedure-rules");

  private final String id;
  private final boolean alsoShared;

  Rule(String id, boolean alsoShared) {
    this.id = id;
    this.alsoShared = alsoShared;
  }

  /** A word by which findings, documents and tests name the rule. */
  public final String id() {
    return id;
  }

  /** Why the rule is there, one paragraph in Vietnamese. */
  public final String reason() {
    return TEXTS.get(id + ".reason");
  }

  /** What it rests on: law, design, or how the engine works. */
  public final String source() {
    return TEXTS.get(id + ".source");
  }

  /** True if the rule holds for this kind of model. */
  final boolean concerns(Model model) {
    return alsoShared || !model.isShared();
  }

  abstract void check(Model model, Report report);
}
