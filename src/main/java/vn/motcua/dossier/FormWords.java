package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Act;

/**
 * Words that a form sends with a step and that belong into the register, not into the engine: they
 * are taken out of the task's variables before anything is stored, because they name people.
 */
final class FormWords {

  /**
   * What each act leaves behind besides its outcome, in the order of its form; {@link Sealing},
   * {@link Collecting} and {@link Minutes} have rules of their own.
   */
  private static final Map<Act, List<String>> TRACES =
      Map.of(
          Act.CONSULT, List.of("opinion"),
          Act.WAIT, List.of("eventOn", "eventPaper"),
          Act.ASSIGN, List.of("instruction"));

  /** Never stored by the engine, neither at run time nor in its history. */
  static final Set<String> KEPT_OUT =
      Set.of(
          "reason",
          "note",
          "lateCause",
          "lateWords",
          "documentNumber",
          "documentDate",
          "documentKind",
          "receiverName",
          "receiverIdentity",
          "authorisation",
          "collector",
          "postalItem",
          "originalsReturned",
          "fee",
          "feePaper",
          "ratingAsked",
          "position",
          "opinion",
          "inspectedOn",
          "place",
          "participants",
          "postedOn",
          "postedUntil",
          "councilOn",
          "minutes",
          "eventOn",
          "eventPaper",
          "instruction");

  private static final Texts TEXTS = Texts.of("dossier");

  private FormWords() {}

  /** Names of the words without which an act is not done. */
  static List<String> compulsory(Act act) {
    return act == Act.RETURN ? List.of("receiverName", "receiverIdentity") : List.of();
  }

  /** Words that came with a step, whether the engine's task or our own page has them. */
  interface Said {

    /** The words under this name, stripped; null if there are none. */
    String take(String name);

    /** Name of the step, for messages. */
    String getName();
  }

  static Said of(DelegateTask task) {
    return new Said() {
      @Override
      public String take(String name) {
        return FormWords.take(task, name);
      }

      @Override
      public String getName() {
        return task.getName();
      }
    };
  }

  /** Words of a page about something that is no step of the route. */
  static Said of(String step, Map<String, String> words) {
    return new Said() {
      @Override
      public String take(String name) {
        return stripped(words.get(name));
      }

      @Override
      public String getName() {
        return step;
      }
    };
  }

  static String take(Said said, String name) {
    return said.take(name);
  }

  /** The words under this name, stripped; null if there are none. */
  static String take(DelegateTask task, String name) {
    Object given = task.getVariable(name);
    if (task.hasVariable(name)) {
      task.removeVariable(name);
    }
    return stripped(given);
  }

  private static String stripped(Object given) {
    String words = given == null ? "" : given.toString().strip();
    return words.isEmpty() ? null : words;
  }

  static String trace(DelegateTask task, Act act) {
    List<String> parts = new ArrayList<>();
    for (String name : TRACES.getOrDefault(act, List.of())) {
      String words = take(task, name);
      if (words != null) {
        parts.add(TEXTS.get("trace." + name, FormMoment.plain(words)));
      }
    }
    return parts.isEmpty() ? null : String.join("; ", parts);
  }
}
