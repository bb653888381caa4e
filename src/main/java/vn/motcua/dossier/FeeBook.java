package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.language.Dong;

/**
 * What is to be paid for dossiers (phí, lệ phí), kept by a room of its own. A dossier that costs
 * nothing is never asked about. Safe for use by many threads and on several nodes.
 */
public interface FeeBook {

  /** What is wrong with lines as typed, in Vietnamese, by field: {@code fees[0].price}. */
  Map<String, String> problems(List<Application.Fee> fees);

  /**
   * Writes down what is to be paid, in the caller's transaction.
   *
   * @param fees lines without a problem, at least one
   * @param post of the official at the counter that received the dossier
   */
  void charge(
      Dossier dossier,
      List<Application.Fee> fees,
      String post,
      CurrentOfficial official,
      Instant at);

  /**
   * What is still to be paid for a dossier that costs something. Until the caller's transaction
   * ends it stays so: whoever gives the result out for what is paid asks this.
   */
  Dong lock(String code);

  /** What is to be paid for a dossier, remissions taken off, oldest line first. */
  List<FeeLine> lines(String code);
}
