package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.language.Texts;

/** Coded reasons (mã nguyên nhân) for what has to be justified; words of one's own are added. */
enum Reason {
  MISSING_PAPER("supplement"),
  INVALID_PAPER("supplement"),
  WRONG_CONTENT("supplement"),
  UNCLEAR_COPY("supplement"),
  EXCEPTION_BY_SECTOR_LAW("supplement"),
  EXCEPTION_BY_NEW_FACT("supplement"),
  NOT_ELIGIBLE("refuse"),
  OUT_OF_COMPETENCE("refuse"),
  FALSE_PAPERS("refuse"),
  DISPUTED("refuse"),
  ALREADY_RESOLVED("refuse"),
  PAPERS_NEVER_CAME("refuse"),
  WRONG_GROUND("send-back"),
  INCOMPLETE_APPRAISAL("send-back"),
  ERRORS_IN_DRAFT("send-back"),
  NOT_NECESSARY("send-back"),
  APPLICANT_SILENT("not-supplemented"),
  APPLICANT_DECLINES("not-supplemented");

  private static final Set<String> MUST_BE_JUSTIFIED = Set.of("supplement", "refuse", "send-back");
  private static final Texts TEXTS = Texts.of("dossier");

  private final String outcome;

  Reason(String outcome) {
    this.outcome = outcome;
  }

  String word() {
    return Word.of(this);
  }

  String words() {
    return TEXTS.get("reason." + word());
  }

  /**
   * A ground on which papers may be asked for once more, or later than the law allows. The head of
   * the agency decides, and it shows in the register.
   */
  boolean exceptional() {
    return this == EXCEPTION_BY_SECTOR_LAW || this == EXCEPTION_BY_NEW_FACT;
  }

  static boolean compulsoryFor(String outcome) {
    return outcome != null && MUST_BE_JUSTIFIED.contains(outcome);
  }

  static List<Reason> of(String outcome) {
    return Arrays.stream(values()).filter(r -> r.outcome.equals(outcome)).toList();
  }

  static Optional<Reason> of(String outcome, String word) {
    return of(outcome).stream().filter(r -> r.word().equals(word)).findFirst();
  }
}
