package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * The register of outgoing documents of each agency (sổ đăng ký văn bản đi, NĐ 30/2020/NĐ-CP Điều
 * 14, 15): one row of numbers for an agency and year, without gaps. Safe for use by many threads
 * and on several nodes.
 */
public interface DocumentBook {

  /**
   * Gives the next number, in the caller's transaction: if that rolls back, the number is free
   * again.
   *
   * @param unit agency whose seal it is
   * @param kind symbol of the kind of document, {@code QĐ}
   * @param code dossier that the document is the result of
   * @param person account of the seal clerk
   * @return as it is written, {@code 12/QĐ-STP}
   */
  String next(String unit, String kind, String code, String person, Instant at);

  /** Number of the newest letter of this form about a dossier; empty if none was issued. */
  Optional<String> ofLetter(String code, String form);
}
