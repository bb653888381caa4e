package vn.motcua.access;

/** Tells who is at work now, in pages, in REST and inside the engine's listeners. Thread-safe. */
public interface Who {

  /**
   * The person in whose name the current thread works.
   *
   * @throws NobodySignedIn if the thread works for no person (a timer, the start of the server)
   */
  CurrentOfficial now();
}
