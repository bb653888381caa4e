package vn.motcua.designer;

/**
 * A source that cannot be read, or a part of it. The message is Vietnamese and names the file, the
 * row, the column and the value.
 */
class Refusal extends RuntimeException {

  Refusal(String message) {
    super(message);
  }
}
