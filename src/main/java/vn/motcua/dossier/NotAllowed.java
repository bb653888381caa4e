package vn.motcua.dossier;

/** An act that the law or the route does not allow here; the message is Vietnamese and says why. */
public class NotAllowed extends RuntimeException {
  NotAllowed(String message) {
    super(message);
  }
}
