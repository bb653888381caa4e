package vn.motcua.workplace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.agency.Role;
import vn.motcua.language.Texts;

/**
 * The texts of our modules in the webapps, and the words that the webapps say in another language
 * whatever is asked of them: the messages of forms and of the engine and some words of the webapps
 * in English, the names of filters in Vietnamese.
 */
@RestController
class WebTexts {

  private static final Texts TEXTS = Texts.of("workplace");
  private static final String OURS = "web.";
  private static final String ROLE = "role.";
  private static final List<String> ALWAYS_ENGLISH = List.of("form.", "engine.", "webapp.");
  private static final List<String> ALWAYS_VIETNAMESE = List.of("filter.");

  /**
   * @param texts by key, with {@code {0}} where a value goes
   * @param replaced what a webapp says, and what it must say instead
   */
  record Words(Map<String, String> texts, Map<String, String> replaced) {}

  @GetMapping("/workplace/texts.json")
  Words words(@RequestParam(name = "lang", defaultValue = "vi") String lang) {
    boolean english = lang.equals("en");
    Locale language = english ? Locale.ENGLISH : Texts.VIETNAMESE;
    List<String> foreign = english ? ALWAYS_VIETNAMESE : ALWAYS_ENGLISH;
    Map<String, String> texts = new TreeMap<>();
    Map<String, String> replaced = new TreeMap<>();
    for (String key : TEXTS.keys()) {
      if (key.startsWith(OURS)) {
        texts.put(key.substring(OURS.length()), pattern(language, key));
      } else if (foreign.stream().anyMatch(key::startsWith)) {
        replaced.put(
            pattern(english ? Texts.VIETNAMESE : Locale.ENGLISH, key), pattern(language, key));
      }
    }
    for (Role role : Role.values()) {
      texts.put(ROLE + role.word(), role.label(language));
    }
    return new Words(texts, replaced);
  }

  private static String pattern(Locale language, String key) {
    return TEXTS.get(language, key, "{0}", "{1}", "{2}", "{3}");
  }
}
