package vn.motcua.access;

/**
 * Something that only a person may do was asked for without a person. The message is Vietnamese.
 */
public class NobodySignedIn extends RuntimeException {
  NobodySignedIn(String message) {
    super(message);
  }
}
