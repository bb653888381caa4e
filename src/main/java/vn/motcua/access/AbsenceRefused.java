package vn.motcua.access;

/** An absence that cannot be entered or ended so; the message is Vietnamese and says why. */
public class AbsenceRefused extends RuntimeException {
  AbsenceRefused(String message) {
    super(message);
  }
}
