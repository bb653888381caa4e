package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Coded causes of delay (nguyên nhân chậm), for the person who was late and for reports. */
enum DelayCause {
  STAFF_SHORTAGE,
  AWAITING_PARTNER,
  AWAITING_SIGNATURE,
  COMPLEX_DOSSIER,
  SYSTEM_FAILURE,
  RECEPTION_ERROR,
  WRONG_SUPPLEMENT,
  LOST_DOSSIER,
  /** Says nothing by itself, so it needs words. */
  OTHER_OBJECTIVE;

  boolean needsWords() {
    return this == OTHER_OBJECTIVE;
  }

  static Optional<DelayCause> read(String word) {
    return Word.read(DelayCause.class, word);
  }

  static List<String> allWords() {
    return Arrays.stream(values()).map(Word::of).toList();
  }
}
