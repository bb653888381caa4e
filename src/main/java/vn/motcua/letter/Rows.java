package vn.motcua.letter;

import java.time.Instant;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierAct;
import vn.motcua.dossier.RegisterRow;
import vn.motcua.letter.Parts.RowPart;

/** One dossier as a row of a hand-over sheet or of the register book. */
final class Rows {

  private Rows() {}

  /** Papers that the register counts as handed in. */
  static int papers(OpenDossier file) {
    return file.papers().stream()
        .filter(Application.Paper::ticked)
        .mapToInt(p -> p.count() == null ? 0 : p.count())
        .sum();
  }

  static RowPart of(int no, OpenDossier file, int papers) {
    DossierAct sealed = file.lastOfResult("seal");
    return row(
        no,
        file.dossier(),
        papers == 0 ? null : String.valueOf(papers),
        null,
        sealed == null ? null : Parts.known(sealed.trace()),
        null);
  }

  static RowPart of(RegisterRow row) {
    return row(
        row.number(), row.dossier(), null, row.forwardedAt(), null, Parts.known(row.collected()));
  }

  private static RowPart row(
      int no, Dossier d, String papers, Instant forwarded, String result, String collected) {
    return new RowPart(
        String.valueOf(no),
        d.code(),
        d.procedure().name(),
        d.owner().name(),
        Parts.known(d.owner().address()),
        Parts.known(d.applicant().phone()),
        d.leadName(),
        papers,
        When.of(d.receivedAt()),
        When.of(d.dueAt()),
        When.of(forwarded),
        When.of(d.finishedAt()),
        When.of(d.returnedAt()),
        Parts.word(d.returnWay()),
        result,
        collected,
        d.state().words());
  }
}
