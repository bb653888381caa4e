package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of file that a scanned paper may be, each known by its first bytes and not by what it
 * is called: none of them is run by a browser.
 */
enum ScanType {
  PDF("application/pdf", List.of("pdf"), '%', 'P', 'D', 'F', '-'),
  JPEG("image/jpeg", List.of("jpg", "jpeg"), 0xFF, 0xD8, 0xFF),
  PNG("image/png", List.of("png"), 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

  private final String mediaType;
  private final List<String> extensions;
  private final int[] firstBytes;

  ScanType(String mediaType, List<String> extensions, int... firstBytes) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.firstBytes = firstBytes;
  }

  String mediaType() {
    return mediaType;
  }

  /** By the end of a name; empty if no paper is called so. */
  static Optional<ScanType> named(String extension) {
    return Arrays.stream(values())
        .filter(type -> type.extensions.contains(extension.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  boolean begins(byte[] content) {
    if (content.length < firstBytes.length) {
      return false;
    }
    for (int i = 0; i < firstBytes.length; i++) {
      if ((content[i] & 0xFF) != firstBytes[i]) {
        return false;
      }
    }
    return true;
  }
}
