package vn.motcua.handover;

import java.time.Instant;
import java.util.List;
import vn.motcua.agency.Place;

/**
 * A hand-over as it was given, with what was found of each dossier.
 *
 * @param letterId the paper
 * @param papers papers counted by the giver
 * @param givenBy account
 * @param place where the dossiers stand in the province
 */
record Sheet(
    long id,
    Direction direction,
    String giverUnit,
    String giverName,
    String takerUnit,
    String takerName,
    Carrier carrier,
    String postalNumber,
    long letterId,
    String number,
    int papers,
    String note,
    String givenBy,
    String givenPost,
    Instant givenAt,
    Place place,
    List<Row> rows) {

  /**
   * One dossier on the sheet.
   *
   * @param outcome null until it was taken or refused
   * @param found papers that the taker counted
   * @param takenBy account; null until then
   */
  record Row(
      String code,
      String procedure,
      String owner,
      int papers,
      Outcome outcome,
      int found,
      String reason,
      String words,
      String takenBy,
      Instant takenAt) {}

  /** Dossiers that nobody has signed for yet. */
  List<Row> open() {
    return rows.stream().filter(row -> row.outcome() == null).toList();
  }
}
