package vn.motcua.workplace;

/** A request for many steps that cannot be read as one; the message is Vietnamese. */
class NotOrdered extends RuntimeException {
  NotOrdered(String message) {
    super(message);
  }
}
