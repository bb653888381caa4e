package vn.motcua.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.letter.OneStop.AN;
import static vn.motcua.letter.OneStop.CENTRE;
import static vn.motcua.letter.OneStop.HEAD;
import static vn.motcua.letter.OneStop.HUNG;
import static vn.motcua.letter.OneStop.LEADER;
import static vn.motcua.letter.OneStop.SEALER;
import static vn.motcua.letter.OneStop.THU;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.dossier.Application;

/**
 * One golden dossier for each form: what must stand on the paper, read back from the paper. The
 * papers and their pictures are kept in target/letters.
 */
@LetterStory
class GoldenLettersTest {

  @Autowired OneStop stop;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void mondayMorning() {
    stop.open();
  }

  private PaperOf issued(String code, String form, CurrentOfficial who) throws IOException {
    return issued(code, form, form, who);
  }

  private PaperOf issued(String code, String name, String form, CurrentOfficial who)
      throws IOException {
    Letter letter = stop.letters.issue(code, form, who);
    PaperOf paper = PaperOf.of(stop.letters.pdf(letter.id(), who), name);
    assertThat(paper.embedded()).as("fonts are in the file").isTrue();
    assertThat(paper.fonts()).allMatch(font -> font.startsWith("LiberationSerif"));
    assertThat(paper.words())
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
        .doesNotContainIgnoringCase("null")
        .doesNotContain("BẢN NHÁP", "#");
    if (letter.number() != null) {
      assertThat(paper.words()).contains("Số: " + letter.number());
    }
    return paper;
  }

  @Test
  void slip() throws IOException {
    String code = stop.card();

    PaperOf paper = issued(code, "slip", HUNG);

    assertThat(paper.words())
        .contains(
            "Người nộp hồ sơ: Nguyễn Thị Hoàng Lan",
            "Số định danh: 022190000001",
            "Nội dung yêu cầu: Cấp lại Thẻ công chứng viên (mã thủ tục 1.013830)",
            "1 Đơn đề nghị cấp lại thẻ công chứng viên 1",
            "Thời hạn giải quyết theo quy định: 5 ngày làm việc.",
            "Trả kết quả: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026.",
            "Đăng ký nhận kết quả: x tại nơi nộp hồ sơ;")
        .doesNotContain("02 ảnh chân dung", "Thời hạn trên không tính");
    assertThat(paper.pages()).as("fits on one page").isOne();
  }

  @Test
  void slipWithPhasesThatTheLimitDoesNotCount() throws IOException {
    Application.Person company =
        new Application.Person(
            "Công ty cổ phần Xây dựng Bạch Đằng",
            "organisation",
            "tax-code",
            "5700123456",
            "0912345678",
            null,
            "Số 128, đường Nguyễn Văn Cừ, phường Hồng Gai, tỉnh Quảng Ninh");
    Application land =
        new Application(
            "1.013995",
            "case-5",
            null,
            null,
            null,
            false,
            "counter",
            false,
            null,
            "post",
            "Đăng ký bổ sung nhà kho 1.250 m² tại phường Hồng Gai",
            company,
            null,
            List.of(
                new Application.Paper("Đơn đăng ký biến động đất đai", "original", 1, true),
                new Application.Paper("Giấy chứng nhận đã cấp", "original", 1, true),
                new Application.Paper("Sơ đồ nhà ở, công trình xây dựng", "photocopy", 2, true),
                new Application.Paper("Giấy phép xây dựng", "certified-copy", 1, true),
                new Application.Paper("Văn bản về việc đại diện", "original", 1, false)));
    String code = stop.reception.receive(land, HUNG).code();

    PaperOf paper = issued(code, "slip-with-phases", "slip", HUNG);

    assertThat(List.of(paper.width(), paper.height())).isEqualTo(List.of(148L, 210L));
    assertThat(paper.words())
        .contains(
            "Mẫu số 01 - Thông tư 03/2025/TT-VPCP",
            "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH QUẢNG NINH",
            "Quảng Ninh, ngày 23 tháng 11 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Mã hồ sơ: " + code,
            "Công ty cổ phần Xây dựng Bạch Đằng",
            "Mã số: 5700123456",
            "nhà kho 1.250 m²",
            "Sơ đồ nhà ở, công trình xây dựng",
            "Thời hạn giải quyết theo quy định: 15 ngày làm việc.",
            "Nhận hồ sơ: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026.",
            "Trả kết quả: 17 giờ 00 phút, ngày 15 tháng 12 năm 2026.",
            "Thời hạn trên không tính:",
            "nghĩa vụ tài chính",
            "(thường 5 ngày làm việc)",
            "17 giờ 00 phút, ngày 22 tháng 12 năm 2026",
            "Tra cứu tình trạng hồ sơ tại dichvucong.gov.vn",
            "NGƯỜI NỘP HỒ SƠ",
            "Lê Mạnh Hùng")
        .doesNotContain("Văn bản về việc đại diện");
    assertThat(paper.pages()).isEqualTo(2);
  }

  @Test
  void supplementAskedAtTheCounter() throws IOException {
    String code = stop.card();
    stop.does(
        HUNG,
        code,
        "receive",
        "outcome",
        "supplement",
        "reason",
        "missing-paper",
        "note",
        "Bổ sung 02 ảnh chân dung cỡ 2cm x 3cm, nền trắng\nKý tên vào đơn đề nghị");

    PaperOf paper = issued(code, "supplement", HUNG);

    assertThat(paper.words())
        .contains(
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Nguyễn Thị Hoàng Lan",
            "Số định danh: 022190000001",
            "Cấp lại Thẻ công chứng viên (mã thủ tục 1.013830)",
            "1 Bổ sung 02 ảnh chân dung cỡ 2cm x 3cm, nền trắng 2 Ký tên vào đơn đề nghị",
            "Lý do: Thiếu giấy tờ trong thành phần hồ sơ.",
            "NGƯỜI HƯỚNG DẪN");
    assertThat(paper.pages()).isOne();
  }

  @Test
  void refusalAfterAppraisal() throws IOException {
    String code = stop.appraising();
    stop.does(
        AN,
        code,
        "appraise",
        "outcome",
        "refuse",
        "reason",
        "not-eligible",
        "note",
        "Thời gian hành nghề công chứng chưa đủ 05 năm");
    stop.does(AN, code, "draft-refusal");
    stop.does(HEAD, code, "initial-refusal", "outcome", "forward");
    stop.does(LEADER, code, "sign-refusal", "outcome", "approve");

    PaperOf paper = issued(code, "refusal", SEALER);

    assertThat(paper.words())
        .contains(
            "ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH SỞ TƯ PHÁP",
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "- Không đủ điều kiện theo quy định.",
            "- Thời gian hành nghề công chứng chưa đủ 05 năm",
            "Hồ sơ gồm 2 loại giấy tờ được trả lại",
            "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
            "Đặng Quốc Khánh");
    assertThat(paper.pages()).isOne();
  }

  @Test
  void refusalAtTheCounter() throws IOException {
    String code = stop.card();
    stop.does(
        HUNG,
        code,
        "receive",
        "outcome",
        "refuse",
        "reason",
        "out-of-competence",
        "note",
        "Thủ tục thuộc thẩm quyền của Ủy ban nhân dân cấp xã");

    PaperOf paper = issued(code, "refusal-at-the-counter", "refusal", HUNG);

    assertThat(paper.words())
        .contains("- Không thuộc thẩm quyền giải quyết.", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Lê Mạnh Hùng")
        .doesNotContain("THỦ TRƯỞNG");
  }

  @Test
  void apology() throws IOException {
    String code = stop.apologised();

    PaperOf paper = issued(code, "apology", SEALER);

    assertThat(List.of(paper.width(), paper.height())).isEqualTo(List.of(210L, 297L));
    assertThat(paper.words())
        .contains(
            "SỞ TƯ PHÁP",
            "/XL-STP",
            "XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT HỒ SƠ",
            "Kính gửi: - Nguyễn Thị Hoàng Lan;",
            "hẹn trả kết quả lúc 17 giờ 00 phút, ngày 01 tháng 12 năm 2026",
            "- Chờ ý kiến của Hội Công chứng viên",
            "Kết quả sẽ được trả ngày 08 tháng 12 năm 2026",
            "Đặng Quốc Khánh");
    assertThat(paper.pages()).isOne();
  }

  @Test
  void stop() throws IOException {
    String code = stop.appraising();
    stop.dossiers.withdraw(code, "Người nộp không còn nhu cầu cấp lại thẻ", LEADER);
    stop.does(AN, code, "draft-notice");

    PaperOf paper = issued(code, "stop", SEALER);

    assertThat(paper.words())
        .contains(
            "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
            "/TB-STP",
            "dừng giải quyết hồ sơ này kể từ ngày 23 tháng 11 năm 2026",
            "- Người nộp không còn nhu cầu cấp lại thẻ",
            "1. Đơn đề nghị cấp lại thẻ công chứng viên",
            "2. Thẻ công chứng viên đang sử dụng")
        .doesNotContain("02 ảnh chân dung");
    assertThat(paper.pages()).isOne();
  }

  @Test
  void control() throws IOException {
    String code = stop.sealed();

    PaperOf paper = issued(code, "control", HUNG);

    assertThat(List.of(paper.width(), paper.height())).isEqualTo(List.of(210L, 148L));
    assertThat(paper.words())
        .contains(
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "Cơ quan giải quyết: Sở Tư pháp",
            "người tiếp nhận: Lê Mạnh Hùng",
            "Phòng Chuyên môn, Sở Tư pháp",
            "Thẩm định hồ sơ – Đủ điều kiện, trình tiếp",
            "Quá hạn",
            "23/11/2026 Hoàng Trường Giang",
            "25/11/2026 Ngô Thanh An",
            "Đã xử lý xong, chờ trả kết quả");
  }

  @Test
  void receipt() throws IOException {
    String code = stop.sealed();

    PaperOf before = issued(code, "receipt-before", "receipt", THU);
    stop.time.at(26, 11, 8, 30);
    stop.does(
        THU,
        code,
        "return",
        "receiverName",
        "Nguyễn Thị Hoàng Lan",
        "receiverIdentity",
        "022190000001");
    PaperOf after = issued(code, "receipt", THU);

    assertThat(before.words())
        .contains(
            "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
            "Số, ký hiệu văn bản: 127/QĐ-",
            "Ngày văn bản: 25/11/2026",
            "Có kết quả: 16 giờ 40 phút, ngày 25 tháng 11 năm 2026",
            "Bên nhận: …");
    assertThat(after.words())
        .contains(
            "Trả kết quả: 08 giờ 30 phút, ngày 26 tháng 11 năm 2026",
            "Bên nhận: Người nhận: Nguyễn Thị Hoàng Lan; Giấy tờ của người nhận: 022190000001",
            "Bùi Thị Thu");
    assertThat(after.pages()).isOne();
  }

  @Test
  void oneSlipForABagOfDossiers() throws IOException {
    List<String> codes = List.of(stop.card(), stop.card(), stop.card());

    PaperOf paper = PaperOf.of(stop.letters.print(codes, "slips", HUNG), "slips");

    assertThat(List.of(paper.width(), paper.height())).isEqualTo(List.of(210L, 297L));
    assertThat(paper.words())
        .contains(codes)
        .contains(
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "đã tiếp nhận 3 hồ sơ của:",
            "Nguyễn Thị Hoàng Lan",
            "17:00",
            "01/12/2026");
    assertThat(paper.pages()).isOne();
  }

  /** As the room of hand-overs orders it. */
  private PaperOf handedOver(
      List<String> codes, String form, boolean fromReception, CurrentOfficial who)
      throws IOException {
    SortedMap<String, Integer> papers = new TreeMap<>();
    codes.forEach(code -> papers.put(code, 2));
    SheetOrder order =
        new SheetOrder(form, form + "/golden", fromReception, papers, "Giao trực tiếp", null);
    Letter sheet =
        new TransactionTemplate(transactions).execute(status -> stop.letters.sheet(order, who));
    return PaperOf.of(stop.letters.sheetPdf(sheet.id()), form);
  }

  @Test
  void handOverOfThreeDossiers() throws IOException {
    List<String> codes = List.of(stop.appraising(), stop.appraising(), stop.appraising());

    PaperOf paper = handedOver(codes, "hand-over", true, HUNG);

    assertThat(List.of(paper.width(), paper.height())).isEqualTo(List.of(210L, 297L));
    assertThat(paper.words())
        .contains(codes)
        .contains(
            "GIẤY BÀN GIAO HỒ SƠ",
            "Bên giao: Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
            "Bên nhận: Sở Tư pháp",
            "Cấp lại Thẻ công chứng viên; Nguyễn Thị Hoàng Lan 2 17:00 01/12/2026",
            "Cách chuyển: Giao trực tiếp",
            "Tổng số: 3 hồ sơ, 6 giấy tờ.");
    assertThat(paper.pages()).isOne();
  }

  @Test
  void handOverOfResults() throws IOException {
    List<String> codes = List.of(stop.sealed(), stop.sealed());

    PaperOf paper = handedOver(codes, "result-hand-over", false, SEALER);

    assertThat(paper.words())
        .contains(codes)
        .contains(
            "PHIẾU BÀN GIAO KẾT QUẢ",
            "Bên giao: Sở Tư pháp",
            "Bên nhận: Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
            "Số, ký hiệu văn bản: 127/QĐ-STP",
            "Tổng số: 2 kết quả, 4 giấy tờ.");
  }

  @Test
  void registerBookOfAPeriod() throws IOException {
    stop.time.at(1, 2, 9, 0);
    String february = stop.card();
    stop.time.at(20, 7, 9, 0);
    List<String> codes = List.of(stop.card(), stop.card());
    int before =
        stop.jdbc.queryForObject(
            "select count(*) from dossier where reception_unit = ? and received_at < ?",
            Integer.class,
            CENTRE,
            java.sql.Timestamp.valueOf("2026-07-20 00:00:00"));

    PaperOf paper =
        PaperOf.of(
            stop.letters.register(
                CENTRE, LocalDate.of(2026, 7, 20), LocalDate.of(2026, 7, 20), HUNG),
            "register");

    assertThat(List.of(paper.width(), paper.height())).isEqualTo(List.of(297L, 210L));
    assertThat(paper.words())
        .contains(codes)
        .contains(
            "SỔ THEO DÕI HỒ SƠ NĂM 2026",
            "Từ ngày 20/07/2026 đến ngày 20/07/2026",
            "Nguyễn Thị Hoàng Lan; Tổ 5, khu 2",
            "Kỳ này có 2 hồ sơ, từ số thứ tự " + (before + 1) + " đến số thứ tự " + (before + 2),
            "Trang 1/1")
        .doesNotContain(february)
        .doesNotContainIgnoringCase("null");
  }
}
