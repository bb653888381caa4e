package vn.motcua.procedure.deployment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.motcua.procedure.deployment.ManifestRow.Status;

/**
 * Where the models stand, for administrators: a page, and the same for programs. The access room
 * lets nobody else below {@code /admin}.
 */
@Controller
class ModelsPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final Manifest manifest;

  ModelsPage(Manifest manifest) {
    this.manifest = manifest;
  }

  /** One file that needs attention, or has left. */
  record Line(
      String path,
      String status,
      String key,
      String name,
      boolean serving,
      String deployedAt,
      List<String> failures) {

    static Line of(ManifestRow row) {
      Instant time = row.deployedAt();
      return new Line(
          row.path(),
          row.status().name().toLowerCase(Locale.ROOT),
          row.key(),
          row.name(),
          row.digest() != null && row.status() != Status.RETIRED,
          time == null ? "" : TIME.format(time),
          row.failures() == null ? List.of() : row.failures().lines().toList());
    }
  }

  /** All files, those with failures first. */
  record Standing(long deployed, List<Line> refused, List<Line> retired) {}

  @GetMapping("/admin/models.json")
  @ResponseBody
  Standing standing() {
    List<ManifestRow> rows = manifest.rows();
    return new Standing(
        rows.stream().filter(row -> row.status() == Status.DEPLOYED).count(),
        lines(rows, Status.REFUSED),
        lines(rows, Status.RETIRED));
  }

  private static List<Line> lines(List<ManifestRow> rows, Status status) {
    return rows.stream()
        .filter(row -> row.status() == status)
        .map(Line::of)
        .sorted(Comparator.comparing(Line::path))
        .toList();
  }

  @GetMapping("/admin/models")
  String page(Model page) {
    page.addAttribute("texts", ModelDeployment.TEXTS);
    page.addAttribute("standing", standing());
    return "deployment/models";
  }
}
