package vn.motcua.handover;

/** A hand-over that cannot be; nothing of it was done. The message is Vietnamese and says why. */
public class HandOverRefused extends RuntimeException {
  HandOverRefused(String message) {
    super(message);
  }
}
