package vn.motcua.fee;

/**
 * Money that cannot be charged, remitted, taken or given back so; the message is Vietnamese and
 * says why and what to do. Nothing was written and no number used.
 */
public class FeeRefused extends RuntimeException {
  FeeRefused(String message) {
    super(message);
  }
}
