package vn.motcua.letter;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as an answer that a browser shows, prints, and does not keep. */
public final class PaperAnswer {

  /** The viewer of a browser needs its own styles; the paper may stand in frames of ours only. */
  private static final String CONTENT =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'self';"
          + " frame-ancestors 'self'";

  private PaperAnswer() {}

  /** The PDF under a name with which a person may save it. */
  public static ResponseEntity<byte[]> of(String name, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Content-Security-Policy", CONTENT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pdf);
  }
}
