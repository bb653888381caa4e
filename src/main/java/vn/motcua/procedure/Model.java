package vn.motcua.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One BPMN file as read: what it states, how its route runs, what its diagram draws, and what could
 * not be read. Made only by {@link ModelReader}. Immutable.
 *
 * @param file file as it was given to the reader, with "/" between folders
 * @param size bytes of the file
 * @param processes how many processes the file has; 1 in a sound model
 * @param processName name of the process
 * @param namespace target namespace of the file; "" if it has none
 * @param settings attributes of the process as written, those of the engine with {@code camunda:}
 * @param asynchronous true if the engine is to leave anything to be done later
 * @param pools names of the participants
 * @param ids ids of everything a person can select in the diagram, in document order
 * @param lanes lanes from top to bottom
 * @param route nodes and flows
 * @param shapes ids of the elements drawn as a shape
 * @param edges ids of the elements drawn as a line
 * @param procedure facts and steps, as far as they could be read
 * @param findings what could not be read; empty for a readable model
 */
public record Model(
    String file,
    int size,
    int processes,
    String processName,
    String namespace,
    Map<String, String> settings,
    boolean asynchronous,
    List<String> pools,
    List<String> ids,
    List<Lane> lanes,
    Route route,
    Set<String> shapes,
    Set<String> edges,
    Procedure procedure,
    List<Finding> findings) {

  /** Process id. */
  public String key() {
    return procedure.key();
  }

  /** Facts of the procedure as written. */
  public Map<String, String> facts() {
    return procedure.facts();
  }

  /** True for a process that procedures call, {@code shared-<word>}. */
  public boolean isShared() {
    return key().startsWith("shared-");
  }

  /** This model, if everything in it could be read; otherwise refused with {@link BadModel}. */
  public Model readable() {
    List<Finding> errors = findings.stream().filter(Finding::isError).toList();
    if (!errors.isEmpty()) {
      throw new BadModel(errors);
    }
    return this;
  }
}
