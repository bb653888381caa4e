package vn.motcua.letter;

/**
 * A template of a letter has a mistake. The message is Vietnamese and names file, line and what is
 * wrong, for the person who edits the file.
 */
public class FaultyTemplate extends RuntimeException {
  FaultyTemplate(String message, Throwable cause) {
    super(message, cause);
  }
}
