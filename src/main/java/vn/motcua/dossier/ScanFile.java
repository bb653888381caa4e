package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import vn.motcua.language.Texts;

/**
 * A file as it was handed over, checked: not too big, of a kind that papers have, and really of
 * that kind.
 *
 * @param name as the person calls it, without folders, at most 255 characters
 */
record ScanFile(String name, ScanType type, byte[] content, String sha256) {

  static final int MOST_MEGABYTES = 20;
  static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

  private static final Texts TEXTS = Texts.of("dossier");
  private static final int LONGEST_NAME = 255;

  /**
   * Reads a file.
   *
   * @param size in bytes as announced; negative if it was not
   * @throws ScanRefused if it cannot be a scanned paper
   */
  static ScanFile read(String called, long size, InputStream in) throws IOException {
    String name = plainName(called);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    ScanType type =
        ScanType.named(extension).orElseThrow(() -> refused("scan.extension", name, extension));
    if (size > MOST_BYTES) {
      throw tooBig(name, size);
    }
    byte[] content = in.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw tooBig(name, content.length);
    }
    if (content.length == 0) {
      throw refused("scan.empty", name);
    }
    if (!type.begins(content)) {
      throw refused("scan.not-what-it-claims", name, type.name());
    }
    return new ScanFile(name, type, content, sha256(content));
  }

  /** Some browsers send a path; control characters have no place in a name. */
  private static String plainName(String called) {
    String name = called == null ? "" : Normalizer.normalize(called, Normalizer.Form.NFC);
    name = name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    int over = name.length() - LONGEST_NAME;
    return over > 0 ? name.substring(over) : name;
  }

  private static ScanRefused refused(String key, Object... values) {
    return new ScanRefused(TEXTS.get(key, values), false);
  }

  private static ScanRefused tooBig(String name, long size) {
    String megabytes = String.format(Locale.forLanguageTag("vi"), "%.1f", size / (1024.0 * 1024.0));
    return new ScanRefused(TEXTS.get("scan.too-big", name, megabytes, MOST_MEGABYTES), true);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
