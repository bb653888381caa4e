package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The shape of organisation-demo.yaml; the file itself says what each part means. */
record DemoData(
    LocalDate from,
    String mail,
    List<Person> officials,
    Map<String, String> words,
    Map<String, String> shorts,
    Names names) {

  DemoData {
    officials = officials == null ? List.of() : List.copyOf(officials);
    words = words == null ? Map.of() : words;
    shorts = shorts == null ? Map.of() : shorts;
  }

  /** The address of an account; null if the demo has none. */
  String email(String userId) {
    return mail == null ? null : userId + "@" + mail;
  }

  record Person(
      String id, String name, List<String> posts, LocalDate from, LocalDate to, String main) {
    Person {
      posts = posts == null ? List.of() : List.copyOf(posts);
    }
  }

  record Names(List<String> family, List<String> given) {}
}
