package vn.motcua.letter;

import java.time.LocalDate;
import java.util.List;

/** The shape of letters.yaml; the file itself says what each part means. */
record LetterData(List<SetData> sets, List<HeadData> heads) {

  LetterData {
    sets = sets == null ? List.of() : List.copyOf(sets);
    heads = heads == null ? List.of() : List.copyOf(heads);
  }

  record SetData(String id, LocalDate from, LocalDate to, String basis, List<FormData> forms) {
    SetData {
      forms = forms == null ? List.of() : List.copyOf(forms);
    }
  }

  record FormData(
      String id,
      String name,
      String label,
      String page,
      boolean landscape,
      String book,
      String symbol,
      List<String> issuers) {
    FormData {
      issuers = issuers == null ? List.of() : List.copyOf(issuers);
    }
  }

  record HeadData(String unit, String place, String phone, String lookUp, String sign) {}
}
