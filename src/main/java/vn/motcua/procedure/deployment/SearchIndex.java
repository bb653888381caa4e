package vn.motcua.procedure.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.language.Accentless;

/** Finds procedures by code or by words of their name. Immutable. */
final class SearchIndex {

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::rank)
          .thenComparing(hit -> hit.entry().words())
          .thenComparing(hit -> hit.entry().code());

  private final List<Entry> entries;
  private final Map<String, Entry> byCode = new HashMap<>();

  private record Hit(int rank, Entry entry) {}

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
    for (Entry entry : entries) {
      int rank = rank(entry, code, phrase, words);
      if (rank >= 0) {
        hits.add(new Hit(rank, entry));
      }
    }
    return hits.stream().sorted(BEST_FIRST).limit(limit).map(Hit::entry).toList();
  }

  /** 0 is best, -1 is not found. The last letters of a word need not be typed. */
  private static int rank(Entry entry, String code, String phrase, String[] words) {
    if (entry.code().equals(code)) {
      return 0;
    }
    if (entry.code().startsWith(code)) {
      return 1;
    }
    if (entry.words().startsWith(" " + phrase)) {
      return 2;
    }
    for (String word : words) {
      if (!entry.words().contains(" " + word)) {
        return -1;
      }
    }
    return entry.words().contains(" " + phrase) ? 3 : 4;
  }
}
