package vn.motcua.designer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.language.Texts;

/** What would differ if an edited model were written anew: facts and steps, in words. */
final class Differences {

  private static final Texts TEXTS = Texts.of("designer");

  private Differences() {}

  static List<String> between(ModelFile edited, ModelFile written) {
    List<String> words = new ArrayList<>();
    compare(edited.facts(), written.facts(), "difference.fact", "", words);
    Set<String> ids = new LinkedHashSet<>(edited.steps().keySet());
    ids.addAll(written.steps().keySet());
    for (String id : ids) {
      Map<String, String> mine = edited.steps().get(id);
      Map<String, String> theirs = written.steps().get(id);
      if (theirs == null) {
        words.add(TEXTS.get("difference.added", id, mine.get("name")));
      } else if (mine == null) {
        words.add(TEXTS.get("difference.removed", id, theirs.get("name")));
      } else {
        compare(mine, theirs, "difference.step", id, words);
      }
    }
    if (words.isEmpty()) {
      words.add(TEXTS.get("difference.drawing"));
    }
    return words;
  }

  private static void compare(
      Map<String, String> mine,
      Map<String, String> theirs,
      String key,
      String step,
      List<String> words) {
    Set<String> names = new LinkedHashSet<>(mine.keySet());
    names.addAll(theirs.keySet());
    names.remove("imported");
    for (String name : names) {
      String is = mine.getOrDefault(name, "");
      String would = theirs.getOrDefault(name, "");
      if (!is.equals(would)) {
        words.add(TEXTS.get(key, name, shown(is), shown(would), step));
      }
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : Names.shown(value.replace('\n', '|'), 80);
  }
}
