package vn.motcua.procedure.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.language.Accentless;

/**
 * Finds procedures by code, by what people call them, or by words of their name. Safe for use by
 * many threads.
 */
final class SearchIndex {

  private static final int BY_CODE = 1;
  private static final int BY_NICKNAME = 2;
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::rank)
          .thenComparing(hit -> hit.rank() <= BY_CODE ? "" : hit.words())
          .thenComparing(hit -> hit.entry().code());

  private final List<Entry> entries;
  private final Map<String, Entry> byCode = new HashMap<>();
  private volatile Words words;

  /** Of each entry: its folded name, and the lines of its nicknames. */
  private record Words(String[] names, String[] nicknames) {}

  private record Hit(int rank, String words, Entry entry) {}

  SearchIndex(List<Entry> entries) {
    this.entries = entries.stream().sorted(Comparator.comparing(Entry::code)).toList();
    entries.forEach(entry -> byCode.put(entry.code(), entry));
  }

  int size() {
    return entries.size();
  }

  List<Entry> all() {
    return entries;
  }

  Optional<Entry> find(String code) {
    return Optional.ofNullable(byCode.get(code.strip()));
  }

  /** The best first; nothing for a query without letter or digit. */
  List<Entry> search(String query, int limit) {
    String code = query.strip().toLowerCase(Locale.ROOT);
    String phrase = Accentless.slug(query).replace('-', ' ');
    if (phrase.isEmpty()) {
      return List.of();
    }
    String[] words = phrase.split(" ");
    List<Hit> hits = new ArrayList<>();
    Words folded = words();
    for (int i = 0; i < folded.names().length; i++) {
      String name = folded.names()[i];
      boolean called = folded.nicknames()[i].contains("\n " + phrase);
      int rank = called ? BY_NICKNAME : rank(entries.get(i).code(), name, code, phrase, words);
      if (rank >= 0) {
        hits.add(new Hit(rank, name, entries.get(i)));
      }
    }
    return hits.stream().sorted(BEST_FIRST).limit(limit).map(Hit::entry).toList();
  }

  /** Folded when the first search comes, so that a start does not wait for it. */
  private Words words() {
    Words ready = words;
    if (ready == null) {
      Map<String, String> nicknames = Nicknames.read().lines();
      ready =
          new Words(
              entries.stream().map(Entry::words).toArray(String[]::new),
              entries.stream()
                  .map(entry -> nicknames.getOrDefault(entry.code(), ""))
                  .toArray(String[]::new));
      words = ready;
    }
    return ready;
  }

  /** 0 is best, -1 is not found. The last letters of a word need not be typed. */
  private static int rank(String code, String name, String query, String phrase, String[] words) {
    if (code.equals(query)) {
      return 0;
    }
    if (code.startsWith(query)) {
      return BY_CODE;
    }
    if (name.startsWith(" " + phrase)) {
      return 3;
    }
    for (String word : words) {
      if (!name.contains(" " + word)) {
        return -1;
      }
    }
    return name.contains(" " + phrase) ? 4 : 5;
  }
}
