package vn.motcua.province;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Receipt;
import vn.motcua.dossier.Reception;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Procedure;

/** One dossier received at the counter that its procedure belongs to. */
public final class Received {

  static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  static final String COMMUNE = "phuong-hong-gai";

  /** What the form of reception asks for, as a start form leaves it with the process. */
  static final Map<String, Object> FORM =
      Map.ofEntries(
          Map.entry("applicantName", "Nguyễn Thị Lan"),
          Map.entry("applicantKind", "person"),
          Map.entry("applicantIdKind", "cccd"),
          Map.entry("applicantIdNumber", "022190000001"),
          Map.entry("applicantPhone", "0912345678"),
          Map.entry("applicantAddress", "Tổ 1, phường Hồng Gai"),
          Map.entry("channel", "counter"),
          Map.entry("assisted", false),
          Map.entry("priority", "none"),
          Map.entry("returnWay", "counter"));

  private static final Map<String, String> PLACE =
      Map.of("place", "Tổ 1, phường Hồng Gai", "participants", "Trưởng khu phố");

  /** What the form of a step asks for besides the outcome. */
  static Map<String, Object> step(String id) {
    Map<String, Object> said = new HashMap<>(Map.of("note", "Hồ sơ đủ giấy tờ"));
    if (id.contains("seal")) {
      said.put("documentNumber", "15/GCN");
    } else if (id.startsWith("return")) {
      said.put("receiverName", "Nguyễn Thị Lan");
      said.put("receiverIdentity", "022190000001");
    } else if (id.startsWith("consult")) {
      said.put("position", "agree");
    } else if (id.startsWith("inspect") || id.startsWith("verify")) {
      said.put("inspectedOn", today());
      said.putAll(PLACE);
    } else if (id.startsWith("council")) {
      said.put("councilOn", today());
      said.putAll(PLACE);
    }
    return said;
  }

  private static String today() {
    return LocalDate.now(WorkingCalendar.ZONE).toString();
  }

  private Received() {}

  public static Receipt one(Reception reception, Procedure procedure, Case chosen) {
    boolean atCommune = !procedure.levels().contains("tinh");
    String counter = atCommune ? COMMUNE + "-mot-cua" : CENTRE;
    Application application =
        new Application(
            procedure.code(),
            chosen.id(),
            atCommune ? "xa" : "tinh",
            counter,
            COMMUNE,
            false,
            "counter",
            false,
            null,
            "counter",
            null,
            new Application.Person(
                "Nguyễn Thị Lan",
                "person",
                "cccd",
                "022190000001",
                "0912345678",
                null,
                "Tổ 1, phường Hồng Gai"),
            null,
            List.of());
    return reception.receive(
        application,
        new CurrentOfficial("tiepnhan", "Người tiếp nhận", Set.of(counter + ".counter-clerk")));
  }
}
