package vn.motcua.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportTest {

  private static final String CATALOGUE = "src/test/resources/designer/catalogue.csv";
  private static final String ROUTES = "src/test/resources/designer/routes.jsonl";

  @TempDir Path folder;
  private String said = "";

  @Test
  void everyRowAndEveryRouteBecomesAModel() throws IOException {
    assertThat(run(CATALOGUE, ROUTES)).isZero();
    assertThat(models()).hasSize(8);
    assertThat(model("1.001193").facts())
        .containsEntry("family", "on-the-spot")
        .containsEntry("onSpot", "5")
        .containsEntry("routeBasis", "proposal")
        .containsEntry("limitText", "01 ngày làm việc");
    assertThat(model("1.000398").facts())
        .containsEntry("case.limit-8-hours.limit", "8 giờ làm việc")
        .containsEntry("case.limit-24-hours.name", "Trường hợp giải quyết trong 24 giờ")
        .doesNotContainKey("limit");
    assertThat(said).contains("8 mô hình").contains("căn cứ pháp lý: 8");
  }

  @Test
  void aCodeWithRoutesByCaseBranchesAndNamesItsDecision() throws IOException {
    run(CATALOGUE, ROUTES);
    ModelFile model = model("1.013995");
    assertThat(model.facts())
        .containsEntry("family", "own-route")
        .containsEntry("routeBasis", "decision")
        .containsEntry("effectiveFrom", "10/07/2026")
        .containsEntry("case.case-1.limit", "8 ngày làm việc")
        .containsEntry("case.case-1.difficultLimit", "18 ngày làm việc")
        .containsEntry("case.case-5.limit", "15 ngày làm việc");
    assertThat(model.text())
        .contains("id=\"choose-case\"", "${caseId == 'case-5'}", "shared-financial-obligation");
    assertThat(model("1.012786").text())
        .contains("shared-public-posting", "name=\"wait\" value=\"15 ngày\"");
  }

  @Test
  void aLinkedGroupHasTheResultsThatItsNameNamesEachInItsOwnTime() throws IOException {
    String head = Files.readString(Path.of(CATALOGUE)).lines().findFirst().orElseThrow();
    Path linked = folder.resolve("linked.csv");
    String name = "Liên thông các thủ tục về đăng ký khai sinh, %s";
    String row =
        "%s,\"" + name + "\",Hộ tịch,Bộ Tư pháp,xa,ubnd-xa,UBND cấp xã,source,%s,Miễn phí,,,";
    Files.writeString(
        linked,
        String.join(
            "\n",
            head,
            row.formatted(
                "2.000001", "đăng ký thường trú, cấp thẻ bảo hiểm y tế", "20,calendar_day,20 ngày"),
            row.formatted("2.000002", "cấp thẻ bảo hiểm y tế", "15,calendar_day,15 ngày"),
            row.formatted("2.000003", "cấp thẻ bảo hiểm y tế", "5,calendar_day,5 ngày")));
    run(linked.toString(), ROUTES);

    ModelFile three = model("2.000001");
    assertThat(three.facts())
        .containsEntry("result.civil-status.limit", "trong ngày làm việc")
        .containsEntry("result.residence.unit", "agency:cong-an-tinh")
        .containsEntry("result.residence.limit", "15 ngày")
        .containsEntry("result.health-insurance.limit", "10 ngày");
    assertThat(three.text()).contains("linked-fork", "approve-or-send-back");
    ModelFile two = model("2.000002");
    assertThat(two.facts())
        .containsEntry("result.health-insurance.name", "Thẻ bảo hiểm y tế")
        .doesNotContainKey("result.residence.name");
    assertThat(two.text()).doesNotContain("linked-fork", "cong-an-tinh");
    assertThat(model("2.000003").facts())
        .doesNotContainKey("result.civil-status.name")
        .hasEntrySatisfying(
            "missing", said -> assertThat(said).contains("thời hạn của từng kết quả liên thông"));
  }

  @Test
  void aRouteAloneMakesItsModel() throws IOException {
    assertThat(run(null, ROUTES)).isZero();
    assertThat(models()).hasSize(3);
    assertThat(model("1.013995").facts().get("missing")).contains("dòng danh mục của thủ tục");
    ModelFile own =
        models().stream().filter(m -> m.code().startsWith("0.")).findFirst().orElseThrow();
    assertThat(own.facts())
        .containsEntry("agency", "ubnd-xa")
        .containsEntry("limit", "10 ngày làm việc")
        .doesNotContainKey("difficultLimit");
    assertThat(own.facts().get("missing"))
        .contains("mã thủ tục quốc gia")
        .contains("quyết định ghi “15 ngày làm việc”");
  }

  @Test
  void theSameSourcesChangeNoByte() throws IOException {
    run(CATALOGUE, ROUTES);
    Map<String, String> before = bytes();
    assertThat(run(CATALOGUE, ROUTES)).isZero();
    assertThat(bytes()).isEqualTo(before);
    assertThat(said).contains("ghi mới hoặc thay: 0").contains("không đổi: 8");
  }

  @Test
  void whatAPersonEditedIsKeptAndListedWithWhatWouldDiffer() throws IOException {
    run(CATALOGUE, ROUTES);
    ModelFile mine = model("1.013830");
    String edited =
        mine.text()
            .replace(
                "name=\"limit\" value=\"5 ngày làm việc\"",
                "name=\"limit\" value=\"4 ngày làm việc\"")
            .replace("Phân công thụ lý", "Phân công chuyên viên");
    Files.writeString(mine.path(), edited);
    assertThat(run(CATALOGUE, ROUTES)).isZero();
    assertThat(Files.readString(mine.path())).isEqualTo(edited);
    assertThat(said)
        .contains("giữ nguyên vì đã có người sửa: 1")
        .contains("dữ kiện limit: mô hình ghi “4 ngày làm việc”, nguồn ghi “5 ngày làm việc”")
        .contains("bước assign, name: mô hình ghi “Phân công chuyên viên”");
  }

  @Test
  void aModelWhoseNameChangedMovesAndOthersAreKept() throws IOException {
    run(CATALOGUE, ROUTES);
    Path old = model("1.013830").path();
    Path renamed = folder.resolve("renamed.csv");
    Files.writeString(
        renamed,
        Files.readString(Path.of(CATALOGUE))
            .replace("Cấp lại Thẻ công chứng viên", "Đổi Thẻ công chứng viên"));
    run(renamed.toString(), ROUTES);
    assertThat(old).doesNotExist();
    assertThat(model("1.013830").path().getFileName())
        .hasToString("1.013830-doi-the-cong-chung-vien.bpmn");
    run(null, ROUTES);
    assertThat(said).contains("Có trong thư mục nhưng không có trong nguồn");
    assertThat(models()).hasSize(8);
  }

  @Test
  void badRowsAreRefusedWithFileRowColumnAndValue() throws IOException {
    Path bad = folder.resolve("bad.csv");
    String good = Files.readString(Path.of(CATALOGUE));
    Files.writeString(
        bad, good.replace("1.013830,", "x.013830,").replace("5,working_day,05", "5,week,05"));
    assertThat(run(bad.toString(), ROUTES)).isEqualTo(1);
    assertThat(said)
        .contains("bad.csv, dòng 3, cột “code”, giá trị “x.013830”: mã thủ tục phải có dạng");
    assertThat(models()).hasSize(7);
  }

  @Test
  void aRefusedRouteIsNotReplacedByAProposal() throws IOException {
    Path bad = folder.resolve("bad.jsonl");
    Files.writeString(
        bad,
        Files.readString(Path.of(ROUTES))
            .replace(
                "\"duration_text\": \"0,25 ngày làm việc\"", "\"duration_text\": \"vài ngày\""));
    assertThat(run(CATALOGUE, bad.toString())).isEqualTo(1);
    assertThat(said).contains("giá trị “vài ngày”: không đọc được thời gian");
    assertThat(models()).extracting(ModelFile::code).doesNotContain("1.013995", "1.012786");
  }

  @Test
  void aRouteOfAnUnknownCodeMustSayWhatItIs() throws IOException {
    Path bare = folder.resolve("bare.csv");
    Files.writeString(
        bare,
        """
        code,unit,work,allowance,decision
        1.999999,Bộ phận Một cửa,Tiếp nhận hồ sơ,1 ngày làm việc,"QĐ 1/QĐ-UBND, 5/1/2026"
        """);
    assertThat(run(CATALOGUE, bare.toString())).isEqualTo(1);
    assertThat(said).contains("mã 1.999999 không có trong danh mục");
    assertThat(models()).hasSize(7);
  }

  @Test
  void aFileThatIsNoTableStopsBeforeAnythingIsWritten() throws IOException {
    Path none = folder.resolve("none.csv");
    Files.writeString(none, "mã,tên\n1,2\n");
    assertThat(run(none.toString(), ROUTES)).isEqualTo(1);
    assertThat(said).contains("thiếu cột code, name");
    assertThat(models()).isEmpty();
    assertThat(run(null, folder.resolve("absent.jsonl").toString())).isEqualTo(1);
    assertThat(run(null, null)).isEqualTo(2);
  }

  @Test
  void aSheetOfAWorkbookWithMergedCellsIsARoute() throws IOException {
    Path book = folder.resolve("quy-trinh.xlsx");
    List<List<String>> rows =
        List.of(
            List.of(
                "Mã thủ tục",
                "Đơn vị, vị trí",
                "Nội dung công việc",
                "Thời gian",
                "Dừng tính thời hạn",
                "Thời gian dừng",
                "Quyết định"),
            List.of(
                "1.013830",
                "Bộ phận Một cửa",
                "Tiếp nhận hồ sơ",
                "0,25 ngày làm việc",
                "",
                "",
                "QĐ 1/QĐ-UBND, 5/1/2026"),
            List.of(
                "",
                "Chuyên viên",
                "Thẩm định hồ sơ",
                "2 ngày làm việc",
                "Niêm yết công khai",
                "15 ngày",
                ""),
            List.of("", "Lãnh đạo Sở", "Phê duyệt", "0,5 ngày làm việc", "", "", ""),
            List.of("", "Văn thư", "Đóng dấu", "0,25 ngày làm việc", "", "", ""),
            List.of("", "Bộ phận Một cửa", "Trả kết quả", "", "", "", ""));
    try (OutputStream out = Files.newOutputStream(book);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Quy trình");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          sheet.value(r, c, rows.get(r).get(c));
        }
      }
    }
    assertThat(run(CATALOGUE, book.toString())).isZero();
    ModelFile model = model("1.013830");
    assertThat(model.facts())
        .containsEntry("limit", "5 ngày làm việc")
        .containsEntry("committed", "3 ngày làm việc")
        .containsEntry("effectiveFrom", "05/01/2026");
    assertThat(model.steps().keySet())
        .containsExactlyInAnyOrder("receive", "appraise", "approve", "seal", "return");
    assertThat(model.text()).contains("id=\"public-posting\"");
  }

  private int run(String catalogue, String routes) {
    StringWriter words = new StringWriter();
    PrintWriter printer = new PrintWriter(words);
    CommandLine line = new CommandLine(new ImportCommand()).setOut(printer).setErr(printer);
    Stream<String> arguments =
        Stream.of(
                catalogue == null ? Stream.<String>empty() : Stream.of("--catalogue", catalogue),
                routes == null ? Stream.<String>empty() : Stream.of("--routes", routes),
                Stream.of("--to", folder.toString()))
            .flatMap(some -> some);
    int exit = line.execute(arguments.toArray(String[]::new));
    said = words.toString();
    return exit;
  }

  private List<ModelFile> models() throws IOException {
    return ModelFile.below(folder);
  }

  private ModelFile model(String code) throws IOException {
    return models().stream().filter(m -> m.code().equals(code)).findFirst().orElseThrow();
  }

  private Map<String, String> bytes() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (ModelFile model : models()) {
      files.put(model.path().toString(), model.text());
    }
    return files;
  }
}
