package vn.motcua.procedure;

import java.util.List;
import java.util.Optional;

/** The procedures that serve now, as deployed. Safe for use by many threads. */
public interface Procedures {

  /** The newest active version of the procedure with this national code. */
  Optional<Procedure> find(String code);

  /**
   * The procedure or shared process as a given version has it; a running dossier keeps its version.
   *
   * @throws IllegalArgumentException if the engine knows no such definition
   */
  Procedure ofDefinition(String processDefinitionId);

  /**
   * Procedures found by code, by what people call them, or by words of their name in any order,
   * marks and case ignored; exact code first, then nicknames and names that start with the words,
   * then the rest by name.
   */
  List<Procedure> search(String words, int limit);

  /** All procedures that can be received now, by code. */
  List<Procedure> all();
}
