package vn.motcua.dossier;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.language.Accentless;

/**
 * Words without marks by which a dossier is found. Each phrase stands there whole and from every
 * later word on ("nguyen van an", "van an", "an"), so that whatever part of it somebody types is
 * the beginning of one of them.
 */
final class SearchWords {

  /** As long as the column; what is longer is found by its beginning. */
  static final int LONGEST = 60;

  private static final int MOST_WORDS = 12;
  private static final int MOST_ASKED = 6;
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .-]*");

  private SearchWords() {}

  /** Of a code only the whole and its last two parts: nobody knows but a middle of it. */
  static Set<String> of(String code, Application.Person... people) {
    Set<String> words = new TreeSet<>();
    add(words, code);
    words.removeIf(word -> word.indexOf(' ') != word.lastIndexOf(' '));
    words.add(cut(plain(code)));
    for (Application.Person person : people) {
      add(words, person.name());
      add(words, person.identityNumber());
      add(words, person.phone());
    }
    return words;
  }

  private static void add(Set<String> words, String text) {
    String[] parts = text == null ? new String[0] : plain(text).split(" ");
    for (int from = 0; from < Math.min(parts.length, MOST_WORDS); from++) {
      String phrase = String.join(" ", Arrays.copyOfRange(parts, from, parts.length));
      if (!phrase.isEmpty()) {
        words.add(cut(phrase));
      }
    }
  }

  /** What was typed as beginnings of phrases, any of which will do; none if nothing was typed. */
  static Set<String> phrases(String typed) {
    Set<String> phrases = new LinkedHashSet<>();
    Stream.of(plain(typed), number(typed))
        .filter(p -> !p.isEmpty())
        .forEach(p -> phrases.add(cut(p)));
    return phrases;
  }

  /** What was typed as single words, all of which must be found, in whatever order. */
  static Set<String> singly(String typed) {
    return Arrays.stream(plain(typed).split(" "))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_ASKED)
        .map(SearchWords::cut)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A phone or an identity number, however it is spaced. */
  private static String number(String typed) {
    String stripped = typed.strip();
    return NUMBER.matcher(stripped).matches()
        ? stripped.replaceFirst("^\\+84", "0").replaceAll("[^0-9]", "")
        : "";
  }

  private static String plain(String text) {
    return Accentless.slug(text).replace('-', ' ');
  }

  private static String cut(String phrase) {
    return phrase.length() <= LONGEST ? phrase : phrase.substring(0, LONGEST).strip();
  }
}
