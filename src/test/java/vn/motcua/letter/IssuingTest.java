package vn.motcua.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.letter.OneStop.AN;
import static vn.motcua.letter.OneStop.HEAD;
import static vn.motcua.letter.OneStop.HUNG;
import static vn.motcua.letter.OneStop.LEADER;
import static vn.motcua.letter.OneStop.SEALER;
import static vn.motcua.letter.OneStop.STRANGER;
import static vn.motcua.letter.OneStop.THU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.UnknownDossier;

/** LetterNumbers without a gap, papers that stay as they were, and who may have which. */
@LetterStory
class IssuingTest {

  private static final int AT_ONCE = 20;

  @Autowired OneStop stop;

  @BeforeEach
  void mondayMorning() {
    stop.open();
  }

  private int lastNumber(String unit, String book) {
    return stop
        .jdbc
        .queryForList(
            "select last_no from letter_counter where unit = ? and book = ?",
            Integer.class,
            unit,
            book)
        .stream()
        .findFirst()
        .orElse(0);
  }

  @Test
  void twentyClerksAtOnceTakeTwentyNumbersInARow() throws Exception {
    List<String> codes = IntStream.range(0, AT_ONCE).mapToObj(i -> stop.card()).toList();
    int before = lastNumber(OneStop.CENTRE, "slip");

    List<Letter> letters = atOnce(codes);

    assertThat(letters)
        .extracting(Letter::number)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(before + 1, before + AT_ONCE)
                .mapToObj(i -> (i < 10 ? "0" : "") + i + "/TNHS")
                .toList());
  }

  @Test
  void askedTwentyTimesAtOnceItIsOneLetter() throws Exception {
    String code = stop.card();
    int before = lastNumber(OneStop.CENTRE, "slip");

    List<Letter> letters = atOnce(IntStream.range(0, AT_ONCE).mapToObj(i -> code).toList());

    assertThat(letters).extracting(Letter::id).containsOnly(letters.get(0).id());
    assertThat(lastNumber(OneStop.CENTRE, "slip")).isEqualTo(before + 1);
  }

  private List<Letter> atOnce(List<String> codes) throws Exception {
    ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Letter>> asked = new ArrayList<>();
      codes.forEach(code -> asked.add(clerks.submit(() -> stop.letters.issue(code, "slip", HUNG))));
      List<Letter> letters = new ArrayList<>();
      for (Future<Letter> letter : asked) {
        letters.add(letter.get());
      }
      return letters;
    } finally {
      clerks.shutdownNow();
    }
  }

  @Test
  void aNumberThatCouldNotBePrintedIsGivenAgain() throws IOException {
    String code = stop.card();
    int before = lastNumber(OneStop.CENTRE, "slip");
    Path own = stop.templates.resolve("TT03-2025/slip.html");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "<html><body><p>chưa đóng</body></html>");
    try {
      assertThatThrownBy(() -> stop.letters.issue(code, "slip", HUNG))
          .isInstanceOf(FaultyTemplate.class)
          .hasMessageContaining("slip.html, dòng 1");
    } finally {
      Files.delete(own);
    }

    assertThat(stop.letters.issued(code, HUNG)).isEmpty();
    assertThat(stop.letters.issue(code, "slip", HUNG).number())
        .isEqualTo(String.format("%02d/TNHS", before + 1));
  }

  @Test
  void documentsOfAnAgencyShareOneRowOfNumbersAndBeginAnewEachYear() {
    String late = stop.apologised();
    String withdrawn = stop.appraising();
    stop.dossiers.withdraw(withdrawn, "Không còn nhu cầu", LEADER);
    stop.does(AN, withdrawn, "draft-notice");
    int before = lastNumber(OneStop.JUSTICE, "documents");

    String apology = stop.letters.issue(late, "apology", SEALER).number();
    String notice = stop.letters.issue(withdrawn, "stop", SEALER).number();

    assertThat(apology).isEqualTo(String.format("%02d/XL-STP", before + 1));
    assertThat(notice).isEqualTo(String.format("%02d/TB-STP", before + 2));
  }

  @Test
  void aReprintIsTheSamePaperByteForByte() {
    String code = stop.card();
    Letter letter = stop.letters.issue(code, "slip", HUNG);
    byte[] first = stop.letters.pdf(letter.id(), HUNG);
    stop.does(HUNG, code, "receive", "outcome", "accept");
    stop.time.at(26, 11, 9, 0);

    Letter again = stop.letters.issue(code, "slip", THU);

    assertThat(again).isEqualTo(letter);
    assertThat(stop.letters.pdf(again.id(), THU)).isEqualTo(first);
    assertThat(letter.sha256()).hasSize(64);
    assertThatThrownBy(
            () -> stop.jdbc.update("update letter set pdf = ? where id = ?", first, letter.id()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(
            () -> stop.jdbc.update("delete from letter_dossier where letter_id = ?", letter.id()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whatTheTemplateWasGivenIsKeptBesideThePaper() {
    String code = stop.card();
    long id = stop.letters.issue(code, "slip", HUNG).id();

    assertThat(stop.jdbc.queryForObject("select draft from letter where id = ?", String.class, id))
        .contains("\"code\":\"" + code + "\"", "Nguyễn Thị Hoàng Lan", "\"number\":");
  }

  @Test
  void previewsTakeNoNumberAndLeaveNothing() throws IOException {
    String code = stop.card();
    int before = lastNumber(OneStop.CENTRE, "slip");

    PaperOf draft = PaperOf.of(stop.letters.preview(code, "slip", HUNG), "draft");

    assertThat(draft.unbroken()).contains("BẢNNHÁP");
    assertThat(draft.words()).contains("Số: …", code);
    assertThat(lastNumber(OneStop.CENTRE, "slip")).isEqualTo(before);
    assertThat(stop.letters.issued(code, HUNG)).isEmpty();
  }

  @Test
  void aLetterNeedsItsDecision() {
    String code = stop.card();

    assertRefused(code, "refusal", HUNG, "trạng thái “Đã tiếp nhận”. Mẫu này lập khi hồ sơ bị từ");
    assertRefused(code, "supplement", HUNG, "đang được yêu cầu bổ sung");
    assertRefused(code, "apology", SEALER, null);
    assertRefused(code, "register", HUNG, "Sổ theo dõi lập cho một đơn vị");
    assertThatThrownBy(() -> stop.letters.issue(code, "giay-khen", HUNG))
        .isInstanceOf(UnknownForm.class)
        .hasMessageContaining("“giay-khen”");
    assertThatThrownBy(() -> stop.letters.issue("H49.20-000000-0000", "slip", HUNG))
        .isInstanceOf(UnknownDossier.class);
  }

  private void assertRefused(
      String code, String form, vn.motcua.access.CurrentOfficial who, String told) {
    if (told == null) {
      assertThatThrownBy(() -> stop.letters.issue(code, form, who))
          .isInstanceOf(UnknownDossier.class);
      return;
    }
    assertThatThrownBy(() -> stop.letters.issue(code, form, who))
        .isInstanceOf(LetterRefused.class)
        .hasMessageContaining(told);
    assertThatThrownBy(() -> stop.letters.preview(code, form, who))
        .isInstanceOf(LetterRefused.class);
  }

  @Test
  void aRequestOfTheAppraiserIsADraftUntilItIsApprovedAndLeavesThroughTheOneStop() {
    String code = stop.appraising();
    stop.does(
        AN,
        code,
        "appraise",
        "outcome",
        "supplement",
        "reason",
        "invalid-paper",
        "note",
        "Thẻ đã hết hạn");

    assertThat(stop.letters.preview(code, "supplement", AN)).isNotEmpty();
    assertRefusedToIssue(code, "supplement", HUNG, "chưa được lãnh đạo duyệt");
    stop.does(HEAD, code, "approve-request", "outcome", "forward");
    assertRefusedToIssue(code, "supplement", AN, "do Cán bộ tiếp nhận của Trung tâm");
    assertThat(stop.letters.issue(code, "supplement", HUNG).number()).endsWith("/HDHS");
  }

  @Test
  void anApologyIsADraftUntilItIsSignedAndStaysTheSameWhenItIsSent() {
    String code = stop.appraising();
    stop.dossiers.apologise(code, "Chờ ý kiến", LocalDate.of(2026, 12, 8), HEAD);
    assertThat(stop.letters.preview(code, "apology", LEADER)).isNotEmpty();
    assertThat(stop.letters.offered(code, LEADER))
        .filteredOn(offer -> offer.form().equals("apology"))
        .extracting(Letters.Offer::mayIssue)
        .containsExactly(false);
    stop.does(LEADER, code, "sign-apology", "outcome", "approve");
    Letter letter = stop.letters.issue(code, "apology", SEALER);
    stop.does(SEALER, code, "seal-apology", "documentNumber", letter.number());
    stop.does(HUNG, code, "release-apology");

    assertThat(stop.dossiers.find(code).orElseThrow().proposedDue()).isNull();
    assertThat(stop.letters.issue(code, "apology", SEALER)).isEqualTo(letter);
  }

  @Test
  void anApologyThatWasNotSignedIsNoLetter() {
    String code = stop.appraising();
    stop.dossiers.apologise(code, "Chờ ý kiến", LocalDate.of(2026, 12, 8), HEAD);
    stop.does(
        LEADER,
        code,
        "sign-apology",
        "outcome",
        "send-back",
        "reason",
        "not-necessary",
        "note",
        "Còn kịp");

    assertThatThrownBy(() -> stop.letters.preview(code, "apology", LEADER))
        .isInstanceOf(LetterRefused.class)
        .hasMessageContaining("có đề nghị xin lỗi");
  }

  @Test
  void aRefusalIsADraftUntilItIsSignedAndTheSealClerkNumbersIt() {
    String code = stop.appraising();
    stop.does(
        AN, code, "appraise", "outcome", "refuse", "reason", "not-eligible", "note", "Chưa đủ");
    stop.does(AN, code, "draft-refusal");
    stop.does(HEAD, code, "initial-refusal", "outcome", "forward");

    assertThat(stop.letters.preview(code, "refusal", LEADER)).isNotEmpty();
    assertThat(stop.letters.offered(code, HUNG))
        .filteredOn(offer -> offer.form().equals("refusal"))
        .allSatisfy(offer -> assertThat(offer.why()).contains("của Sở Tư pháp phát hành"));
    stop.does(LEADER, code, "sign-refusal", "outcome", "approve");
    assertRefusedToIssue(code, "refusal", HUNG, "bạn không giữ vị trí này");
    Letter letter = stop.letters.issue(code, "refusal", SEALER);
    assertThat(letter.unit()).isEqualTo(OneStop.JUSTICE);
    assertThat(stop.letters.find(letter.id(), HUNG)).isEqualTo(letter);
  }

  private void assertRefusedToIssue(
      String code, String form, vn.motcua.access.CurrentOfficial who, String told) {
    assertThatThrownBy(() -> stop.letters.issue(code, form, who))
        .isInstanceOf(LetterRefused.class)
        .hasMessageContaining(told);
  }

  @Test
  void aNewPromiseAfterTheSupplementIsANewSlip() {
    String code = stop.appraising();
    Letter first = stop.letters.issue(code, "slip", HUNG);
    stop.does(
        AN, code, "appraise", "outcome", "supplement", "reason", "invalid-paper", "note", "Thẻ");
    stop.does(HEAD, code, "approve-request", "outcome", "forward");
    stop.does(HUNG, code, "release");
    stop.time.at(27, 11, 9, 0);
    stop.does(HUNG, code, "await-papers", "outcome", "done");

    Letter second = stop.letters.issue(code, "slip", HUNG);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(stop.letters.issued(code, HUNG)).extracting(Letter::id).contains(first.id());
  }

  @Test
  void toWhoMayNotKnowOfTheDossierThereIsNoLetter() {
    String code = stop.card();
    long id = stop.letters.issue(code, "slip", HUNG).id();

    assertThatThrownBy(() -> stop.letters.issued(code, STRANGER))
        .isInstanceOf(UnknownDossier.class);
    assertThatThrownBy(() -> stop.letters.preview(code, "slip", STRANGER))
        .isInstanceOf(UnknownDossier.class);
    assertThatThrownBy(() -> stop.letters.pdf(id, STRANGER)).isInstanceOf(UnknownLetter.class);
    assertThatThrownBy(() -> stop.letters.pdf(Long.MAX_VALUE, HUNG))
        .isInstanceOf(UnknownLetter.class);
    assertThatThrownBy(
            () ->
                stop.letters.register(
                    OneStop.CENTRE, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), STRANGER))
        .hasMessageContaining("không xem được sổ");
  }

  @Test
  void aBundleIsAllOrNothingAndSaysWhyForEach() throws IOException {
    List<String> good = List.of(stop.card(), stop.card(), stop.card());
    String refused = stop.card();
    stop.does(
        HUNG, refused, "receive", "outcome", "refuse", "reason", "out-of-competence", "note", "Xã");
    int before = lastNumber(OneStop.CENTRE, "slip");
    List<String> some = new ArrayList<>(good);
    some.add(refused);
    some.add("H49.20-000000-0001");

    LetterRefused told =
        catchThrowableOfType(LetterRefused.class, () -> stop.letters.print(some, "slip", HUNG));

    assertThat(told).hasMessageStartingWith("2 trong 5 hồ sơ chưa in được");
    assertThat(told.problems()).containsOnlyKeys(refused, "H49.20-000000-0001");
    assertThat(told.problems().get(refused)).contains("Không tiếp nhận");
    assertThat(lastNumber(OneStop.CENTRE, "slip")).isEqualTo(before);

    PaperOf bundle = PaperOf.of(stop.letters.print(good, "slip", HUNG));
    assertThat(bundle.words()).contains(good);
    assertThat(lastNumber(OneStop.CENTRE, "slip")).isEqualTo(before + 3);
    stop.letters.print(good, "slip", HUNG);
    assertThat(lastNumber(OneStop.CENTRE, "slip")).as("printed again").isEqualTo(before + 3);
  }

  @Test
  void aHandOverSheetIsMadeByTheHandOverAlone() {
    String code = stop.appraising();
    int before = lastNumber(OneStop.CENTRE, "hand-over");

    for (String form : List.of("hand-over", "result-hand-over")) {
      assertThatThrownBy(() -> stop.letters.print(List.of(code), form, HUNG))
          .isInstanceOfSatisfying(
              LetterRefused.class,
              told -> assertThat(told.problems().get(code)).contains("ở trang Bàn giao"));
      assertThatThrownBy(() -> stop.letters.issue(List.of(code), form, HUNG))
          .isInstanceOf(LetterRefused.class);
    }
    assertThat(lastNumber(OneStop.CENTRE, "hand-over")).isEqualTo(before);
    assertThatThrownBy(() -> stop.letters.print(List.of(), "slip", HUNG))
        .hasMessageContaining("từ 1 đến 500 hồ sơ");
  }

  @Test
  void oneSlipForSeveralDossiersIsOfOneApplicantAndNumberedWithTheOthers() {
    String one = stop.card();
    Application land = OneStop.application("1.013995", "case-1", OneStop.lan(), List.of());
    String other = stop.reception.receive(land, HUNG).code();
    String alone = stop.card();
    int before = lastNumber(OneStop.CENTRE, "slip");

    Letter both = stop.letters.issue(List.of(one, other), "slips", HUNG);
    assertThat(stop.letters.issue(List.of(other, one), "slips", HUNG).id())
        .as("asked again")
        .isEqualTo(both.id());
    assertThat(lastNumber(OneStop.CENTRE, "slip")).isEqualTo(before + 1);
    assertThat(stop.letters.issue(alone, "slip", HUNG).number())
        .isNotEqualTo(both.number())
        .endsWith("/TNHS");
    assertThat(stop.letters.offered(alone, HUNG)).noneMatch(offer -> offer.form().equals("slips"));

    Application.Person binh =
        new Application.Person(
            "Trần Văn Bình", "person", "cccd", "022190000777", "0912345678", null, "Tổ 2");
    String his = stop.card(binh);
    assertThatThrownBy(() -> stop.letters.issue(List.of(one, his), "slips", HUNG))
        .isInstanceOfSatisfying(
            LetterRefused.class,
            told ->
                assertThat(told.problems().get(his))
                    .contains("có người nộp hoặc nơi tiếp nhận khác hồ sơ " + one));
  }

  @Test
  void aRegisterBookIsOfOneYearAndOneUnit() {
    LocalDate day = LocalDate.of(2026, 11, 23);

    assertThatThrownBy(
            () -> stop.letters.register(OneStop.CENTRE, day, LocalDate.of(2027, 1, 2), HUNG))
        .hasMessage(
            "Kỳ từ 23/11/2026 đến 02/01/2027 không hợp lệ: sổ theo dõi mở theo năm, ngày đầu không"
                + " sau ngày cuối và cùng một năm.");
    assertThatThrownBy(() -> stop.letters.register("so-vu-tru", day, day, HUNG))
        .hasMessage("Không có đơn vị “so-vu-tru”.");
  }
}
