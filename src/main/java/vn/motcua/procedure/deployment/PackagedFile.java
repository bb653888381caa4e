package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A model or form as the application brings it.
 *
 * @param path {@code processes/…​.bpmn} or {@code forms/…​.form}, with {@code /}
 * @param stamp changes when the content does, and costs no reading
 * @param content reads the file
 */
record PackagedFile(String path, String stamp, Content content) {

  /** Reads a file when it is asked for. */
  interface Content {
    byte[] read() throws IOException;
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
