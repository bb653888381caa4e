package vn.motcua.procedure.deployment;

import java.util.List;

/** Judges a model before it is deployed. Must be safe for use by many threads. */
public interface ModelCheck {

  /**
   * What is wrong with a model, in Vietnamese, naming element and reason; empty if nothing.
   *
   * @param path the file, as packaged
   * @param bytes its content, not yet known to be well-formed
   */
  List<String> problems(String path, byte[] bytes);
}
