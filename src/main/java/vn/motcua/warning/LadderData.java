package vn.motcua.warning;

import java.time.LocalDate;
import java.util.List;

/** The shape of warning.yaml; the file itself says what each part means. */
record LadderData(List<Entry> ladder) {

  record Entry(LocalDate from, LocalDate to, String basis, List<Level> levels) {}

  record Level(int percent, List<String> warn) {}
}
