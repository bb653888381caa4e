package vn.motcua.dossier;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import vn.motcua.language.Texts;

/**
 * What a consulted agency says (ý kiến của cơ quan phối hợp). It stands as the outcome of the act
 * and steers no route: the agency in the lead weighs all opinions.
 */
enum Position {
  AGREE(false),
  AGREE_WITH_COMMENTS(true),
  DISAGREE(true),
  NO_OPINION(false);

  /** Written by the application where the law takes silence for agreement. */
  static final String DEEMED = "deemed-consent";

  private static final Texts TEXTS = Texts.of("dossier");

  private final boolean needsWords;

  Position(boolean needsWords) {
    this.needsWords = needsWords;
  }

  /**
   * Takes the answer out of the task's variables.
   *
   * @throws NotAllowed if there is none, or its words are missing
   */
  static String taken(DelegateTask task) {
    String word = FormWords.take(task, "position");
    Position position =
        Word.read(Position.class, word)
            .orElseThrow(
                () ->
                    new NotAllowed(
                        TEXTS.get(
                            "position.unknown",
                            task.getName(),
                            word == null ? "–" : word,
                            choices())));
    if (position.needsWords && !task.hasVariable("opinion")) {
      throw new NotAllowed(TEXTS.get("position.words", task.getName()));
    }
    return Word.of(position);
  }

  private static String choices() {
    return Stream.of(values()).map(Word::of).collect(Collectors.joining(", "));
  }
}
