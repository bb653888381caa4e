package vn.motcua.designer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.motcua.language.Accentless;

/** Names of files and processes, cut at whole words. */
final class Names {

  private Names() {}

  /** The text, or its first words if it is longer than the engine can store. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest);
    return text.substring(0, space < 1 ? longest : space).replaceAll("[\\s,;:(/-]+$", "");
  }

  /** The same for a text that is only shown, so that a person sees that there is more. */
  static String shown(String text, int longest) {
    return text.length() <= longest ? text : cut(text, longest - 1) + "…";
  }

  static String fieldFolder(String field) {
    return slug(field, 40);
  }

  /** {@code <field>/<code>-<name>.bpmn}, the name without "Thủ tục". */
  static String file(String field, String code, String name) {
    String slug = Accentless.slug(name).replaceFirst("^thu-tuc-(?:hanh-chinh-)?", "");
    return fieldFolder(field) + "/" + code + "-" + slug(slug, 60) + ".bpmn";
  }

  private static String slug(String text, int longest) {
    String slug = Accentless.slug(text);
    if (slug.length() <= longest) {
      return slug;
    }
    int dash = slug.lastIndexOf('-', longest);
    return dash < 1 ? slug.substring(0, longest) : slug.substring(0, dash);
  }

  /** A code for a route that has no national one: {@code 0.} and six digits from level and name. */
  static String ownCode(String level, String name) {
    BigInteger number = new BigInteger(digest(level + "|" + Accentless.slug(name)), 16);
    return "0.%06d".formatted(number.mod(BigInteger.valueOf(1_000_000)).intValue());
  }

  /** First 16 hex digits of the SHA-256. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
