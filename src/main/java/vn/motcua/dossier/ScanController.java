package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Who;

/** Scanned papers for whoever may read their dossier. Nothing in an upload can run. */
@RestController
@RequestMapping("/api")
class ScanController {

  /** The viewer of a browser needs its own styles; a paper may stand in frames of ours only. */
  private static final String CONTENT =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; object-src 'self';"
          + " frame-ancestors 'self'";

  private final Scans scans;
  private final Who who;

  ScanController(Scans scans, Who who) {
    this.scans = scans;
    this.who = who;
  }

  @GetMapping("/dossiers/{code}/scans")
  List<Scan> ofDossier(@PathVariable String code) {
    return scans.ofDossier(code, who.now());
  }

  /** With the type that was detected, never one that was told. */
  @GetMapping("/scans/{id}")
  ResponseEntity<byte[]> scan(@PathVariable long id) {
    CurrentOfficial official = who.now();
    Scan scan = scans.find(id, official);
    String shown =
        ContentDisposition.inline()
            .filename(scan.name(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(scan.type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, shown)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Content-Security-Policy", CONTENT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(scans.content(scan));
  }
}
