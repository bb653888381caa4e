package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;

/** The closed list of causes of delay, for forms. */
public final class DelayCauses {

  private DelayCauses() {}

  /** The causes with their words in Vietnamese, in the order of the list. */
  public static List<WorkList.Choice> all() {
    return Arrays.stream(DelayCause.values())
        .map(cause -> new WorkList.Choice(Word.of(cause), Word.words(cause)))
        .toList();
  }
}
