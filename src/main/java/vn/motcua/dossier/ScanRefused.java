package vn.motcua.dossier;

/**
 * A file that cannot be a scanned paper; the message is Vietnamese, names it and says what to do.
 */
class ScanRefused extends RuntimeException {

  private final boolean tooBig;

  ScanRefused(String message, boolean tooBig) {
    super(message);
    this.tooBig = tooBig;
  }

  boolean tooBig() {
    return tooBig;
  }
}
