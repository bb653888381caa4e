package vn.motcua.language;

/**
 * A file of dated data does not fit. The message is Vietnamese and names file, entry and value, for
 * the person who edits the file; nothing of the file is used.
 */
public class BadData extends RuntimeException {
  public BadData(String message) {
    super(message);
  }
}
