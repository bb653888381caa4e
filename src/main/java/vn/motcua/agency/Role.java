package vn.motcua.agency;

import java.util.Arrays;
import java.util.Locale;
import vn.motcua.language.Texts;

/** Role of a post (domain: vai trò). A person holds posts; a step asks for a role in a unit. */
public enum Role {
  COUNTER_CLERK("counter-clerk"),
  HEAD_OF_ROOM("head-of-room"),
  APPRAISER("appraiser"),
  APPROVER("approver"),
  SEAL_CLERK("seal-clerk"),
  RETURN_CLERK("return-clerk"),
  PARTNER("partner"),
  CENTRE_DIRECTOR("centre-director"),
  DESIGNER("designer"),
  DESIGN_APPROVER("design-approver"),
  ADMINISTRATOR("administrator"),
  INSPECTOR("inspector");

  private static final Texts TEXTS = Texts.of("agency");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word in models and in organisation data. */
  public String word() {
    return word;
  }

  /** The role in Vietnamese: {@code Chuyên viên thẩm định}. */
  public String label() {
    return label(Texts.VIETNAMESE);
  }

  /** The role in the language of a reader. */
  public String label(Locale language) {
    return TEXTS.get(language, "role." + word);
  }

  /**
   * The role with this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(r -> r.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such role: " + word));
  }
}
