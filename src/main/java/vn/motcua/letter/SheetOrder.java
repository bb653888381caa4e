package vn.motcua.letter;

import java.util.SortedMap;

/**
 * What a hand-over sheet is to say.
 *
 * @param form {@code hand-over} or {@code result-hand-over}
 * @param occasion what it is about, unique among all letters
 * @param fromReception true if the one-stop unit gives, false if the agency does
 * @param papers papers counted, by code of the dossier; all dossiers of the same two units
 * @param carrier how they are carried, in words
 * @param remark words of the giver, or null
 */
public record SheetOrder(
    String form,
    String occasion,
    boolean fromReception,
    SortedMap<String, Integer> papers,
    String carrier,
    String remark) {

  /** All papers of the sheet. */
  public int total() {
    return papers.values().stream().mapToInt(Integer::intValue).sum();
  }
}
