package vn.motcua.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.letter.Parts.DossierPart;
import vn.motcua.letter.Parts.FormPart;
import vn.motcua.letter.Parts.GroundPart;
import vn.motcua.letter.Parts.HeadPart;
import vn.motcua.letter.Parts.LetterPart;
import vn.motcua.letter.Parts.LinkedPart;
import vn.motcua.letter.Parts.PaperPart;
import vn.motcua.letter.Parts.PartyPart;
import vn.motcua.letter.Parts.PhasePart;
import vn.motcua.letter.Parts.ResultPart;
import vn.motcua.letter.Parts.RowPart;
import vn.motcua.letter.Parts.StepPart;

/** PlainParts at both ends: hardly anything known, and more than fits on a page. */
final class Samples {

  /** Every Vietnamese letter in both cases: 12 vowels with 6 tones, and đ. */
  static final String LETTERS =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
          + "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

  private static final When AT = When.of(Instant.parse("2026-11-23T01:05:00Z"));

  private Samples() {}

  /** What is known of almost nothing. */
  static Map<String, Object> bare(Form form) {
    PartyPart nobody = new PartyPart("Lê A", false, "cccd", null, null, null, null);
    Map<String, Object> parts = new HashMap<>();
    parts.put("form", new FormPart(form.name(), form.label(), form.set().basis()));
    parts.put("letter", new LetterPart(null, AT, "Lê B"));
    parts.put("head", new HeadPart(null, null, null, null, null));
    parts.put(
        "dossier",
        new DossierPart(
            "H49.90-261123-0001",
            "Thủ tục",
            "1.000001",
            null,
            null,
            "counter",
            false,
            "counter",
            "Đã tiếp nhận",
            null,
            null,
            null,
            When.UNKNOWN,
            null,
            null,
            false,
            When.UNKNOWN,
            When.UNKNOWN,
            When.UNKNOWN,
            When.UNKNOWN));
    parts.put("applicant", nobody);
    parts.put("owner", nobody);
    parts.put("sameOwner", true);
    parts.put("papers", List.of());
    parts.put("phases", List.of());
    parts.put("projected", When.UNKNOWN);
    parts.put("projectedWhole", true);
    parts.put(
        "ground",
        new GroundPart(null, List.of(), List.of(), null, When.UNKNOWN, When.UNKNOWN, When.UNKNOWN));
    parts.put("steps", List.of());
    parts.put("result", new ResultPart(null, null, null, null));
    parts.put("results", List.of());
    parts.put("from", form.kind() == FormKind.REGISTER ? When.UNKNOWN : null);
    parts.put("to", form.kind() == FormKind.REGISTER ? When.UNKNOWN : null);
    parts.put("year", "2026");
    parts.put("rows", List.of());
    parts.put("carrier", null);
    parts.put("remark", null);
    parts.put("total", null);
    parts.put("fees", null);
    parts.put(
        "money",
        new Parts.MoneyPart(List.of(), "0 đồng", "Không đồng", null, null, null, null, null, true));
    return parts;
  }

  /** More results than any linked procedure has. */
  private static List<LinkedPart> results() {
    List<LinkedPart> results = new ArrayList<>();
    for (int no = 1; no <= 9; no++) {
      results.add(
          new LinkedPart(
              String.valueOf(no),
              "Thông báo kết quả giải quyết, hủy bỏ thủ tục về cư trú số " + no,
              "Bảo hiểm xã hội tỉnh Quảng Ninh",
              "15 ngày",
              AT,
              no == 1 ? null : "Số, ký hiệu văn bản: 12/TB-CAT",
              no < 9));
    }
    return results;
  }

  /** Forty papers, thirty steps, sixty rows, long names. */
  static Map<String, Object> heavy(Form form) {
    String procedure =
        "Đăng ký biến động thay đổi quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất theo"
            + " thỏa thuận của các thành viên hộ gia đình hoặc của vợ và chồng; tăng thêm diện tích"
            + " do nhận chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất";
    PartyPart company =
        new PartyPart(
            "Công ty trách nhiệm hữu hạn một thành viên Đầu tư Xây dựng và Thương mại Bạch Đằng",
            true,
            "tax-code",
            "5700123456",
            "0912345678",
            "lien-he.xay-dung@bachdang.example.vn",
            "Số 128, đường Nguyễn Văn Cừ, tổ 5, khu 2, phường Hồng Gai, tỉnh Quảng Ninh");
    Map<String, Object> parts = bare(form);
    parts.put("letter", new LetterPart("128/TNHS", AT, "Nguyễn Thị Lan"));
    parts.put(
        "head",
        new HeadPart(
            "Văn phòng Ủy ban nhân dân tỉnh",
            "Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
            "Quảng Ninh",
            "0203.3634.669",
            "dichvucong.gov.vn"));
    parts.put(
        "dossier",
        new DossierPart(
            "H49.20-261123-0128",
            procedure,
            "1.013995",
            "Trường hợp tăng thêm diện tích do nhận chuyển nhượng " + LETTERS.substring(0, 40),
            "Đăng ký bổ sung nhà kho 1.250 m² " + LETTERS,
            "post",
            true,
            "post",
            "Chờ thực hiện nghĩa vụ tài chính",
            "Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
            "Văn phòng Đăng ký đất đai tỉnh Quảng Ninh",
            "Lê Mạnh Hùng",
            AT,
            "8 ngày làm việc",
            "10 ngày làm việc",
            true,
            AT,
            AT,
            AT,
            AT));
    parts.put("applicant", company);
    parts.put("owner", company);
    parts.put("sameOwner", false);
    List<PaperPart> papers = new ArrayList<>();
    List<StepPart> steps = new ArrayList<>();
    List<RowPart> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      String no = String.valueOf(i);
      if (i <= 40) {
        papers.add(
            new PaperPart(
                no,
                "Hợp đồng, văn bản về việc chuyển đổi, chuyển nhượng quyền sử dụng đất số " + no,
                i % 3 == 0 ? "1" : null,
                i % 3 == 1 ? "12" : null,
                i % 3 == 2 ? "3" : null));
      }
      if (i <= 30) {
        steps.add(
            new StepPart(
                no,
                "Phòng Đăng ký và Cấp giấy chứng nhận, Văn phòng Đăng ký đất đai tỉnh",
                "Thẩm định hồ sơ, trích lục bản đồ địa chính",
                "Ngô Thanh Bình",
                AT,
                AT,
                i % 3 == 0 ? "overdue" : i % 3 == 1 ? "on" : null,
                "Đủ điều kiện, trình tiếp"));
      }
      rows.add(
          new RowPart(
              no,
              "H49.20-261123-0" + (100 + i),
              procedure,
              company.name(),
              company.address(),
              company.phone(),
              "Văn phòng Đăng ký đất đai tỉnh Quảng Ninh",
              "12",
              AT,
              AT,
              AT,
              AT,
              AT,
              i % 2 == 0 ? "post" : "counter",
              "Số, ký hiệu văn bản: CS 09123",
              "Người nhận: Đỗ Văn Bách; Giấy tờ của người nhận: 022075001122",
              "Đã trả kết quả"));
    }
    parts.put("papers", papers);
    parts.put("steps", steps);
    parts.put("rows", rows);
    parts.put(
        "phases",
        List.of(
            new PhasePart(
                "Chờ người sử dụng đất thực hiện nghĩa vụ tài chính", "5 ngày làm việc", true),
            new PhasePart("Niêm yết công khai", null, false)));
    parts.put("projected", AT);
    parts.put("projectedWhole", false);
    parts.put(
        "ground",
        new GroundPart(
            "Giấy tờ không hợp lệ hoặc hết hiệu lực",
            List.of("Giấy chứng nhận đã hết hiệu lực.", LETTERS, "Thiếu chữ ký của người vợ."),
            List.of("Thời gian kiểm tra: 14:00 23/11/2026", "Địa điểm: " + LETTERS),
            "Đặng Quốc Khánh",
            AT,
            AT,
            AT));
    parts.put("result", new ResultPart("CS 09123", "Dương Hải Yến", "Đỗ Văn Bách", "Bùi Thị Thu"));
    parts.put("results", results());
    if (form.kind() == FormKind.REGISTER) {
      parts.put("from", AT);
      parts.put("to", AT);
    } else {
      parts.put("from", "Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh");
      parts.put("to", "Văn phòng Đăng ký đất đai tỉnh Quảng Ninh");
      parts.put("carrier", "Qua bưu chính, số bưu gửi EB123456789VN");
      parts.put("remark", "Hồ sơ đóng thành hai tập " + LETTERS.substring(0, 60));
      parts.put("total", "720");
    }
    List<Parts.FeePart> lines = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      lines.add(
          new Parts.FeePart(
              String.valueOf(i),
              "Phí",
              "Phí thẩm định hồ sơ, khoản thứ " + i,
              "1.250.000",
              "2",
              "500.000",
              "Người cao tuổi: thẻ số 128",
              "2.000.000"));
    }
    String words = "Tám mươi triệu đồng";
    parts.put(
        "fees",
        new Parts.FeesPart(
            lines, "80.000.000 đồng", words, "2.000.000 đồng", "78.000.000 đồng", "05/BLPL"));
    parts.put(
        "money",
        new Parts.MoneyPart(
            lines,
            "80.000.000 đồng",
            words,
            "Đỗ Văn Bách",
            "Chuyển khoản",
            "FT26330123456789",
            "Thu nhầm hồ sơ",
            "05/BLPL",
            true));
    return parts;
  }

  /** A register book with rows as they are on most days. */
  static Map<String, Object> book(Form form, int rows) {
    Map<String, Object> parts = heavy(form);
    List<RowPart> list = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      list.add(
          new RowPart(
              String.valueOf(i),
              "H49.20-261123-" + (1000 + i),
              "Cấp lại Thẻ công chứng viên",
              "Nguyễn Thị Hoàng Lan",
              "Tổ 5, khu 2, phường Hồng Gai, tỉnh Quảng Ninh",
              "0912345678",
              "Sở Tư pháp",
              "3",
              AT,
              AT,
              AT,
              AT,
              AT,
              "counter",
              null,
              null,
              "Đã trả kết quả"));
    }
    parts.put("rows", list);
    return parts;
  }
}
