package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.fee.FeeRefused;
import vn.motcua.fee.Fees;
import vn.motcua.fee.Fees.Made;
import vn.motcua.fee.Fees.Payment;
import vn.motcua.language.Dong;
import vn.motcua.letter.Letters;

/** What a dossier costs: written down, remitted, taken once, given back, and nothing forgotten. */
@DossierStory
class FeesTest {

  private static final String RETURNER = SmallProvince.CENTRE + ".return-clerk";
  private static final String CLERK = SmallProvince.CENTRE + ".counter-clerk";
  private static final Payment CASH = new Payment("cash", null, null, null);

  @Autowired Counter counter;
  @Autowired Returns returns;
  @Autowired Fees fees;
  @Autowired FeeBook book;
  @Autowired Letters letters;
  @Autowired MockMvc http;
  @Autowired PlatformTransactionManager transactions;

  private final CurrentOfficial returner = Counter.official("returner", RETURNER);

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  private static Application.Fee fee(String name, String price) {
    return new Application.Fee("state", name, price, "1", null, null, null);
  }

  private static Application.Fee less(String price, String ground, String amount, String words) {
    return new Application.Fee("state", "Lệ phí", price, "1", ground, amount, words);
  }

  private static Application costing(Application.Fee... all) {
    Application a = Counter.application("1.013830", "case-1", null, null);
    return new Application(
        a.procedureCode(),
        a.caseId(),
        a.level(),
        a.receptionUnit(),
        a.commune(),
        a.difficultArea(),
        a.channel(),
        a.assisted(),
        a.priority(),
        a.returnWay(),
        a.content(),
        a.applicant(),
        a.owner(),
        a.papers(),
        List.of(all));
  }

  private String received(Application.Fee... all) {
    return counter.reception.receive(costing(all), counter.centreClerk()).code();
  }

  private void sealed(String code) {
    counter.does("clerk", code, "outcome", "accept");
    counter.does("head", code);
    counter.does("an", code, "outcome", "forward");
    counter.does("head", code, "outcome", "forward");
    counter.does("leader", code, "outcome", "approve");
    counter.does("sealer", code, "documentNumber", "1/STP");
  }

  private static Map<String, String> lan() {
    return Map.of(
        "collector", "owner", "receiverName", "Nguyễn Thị Lan", "receiverIdentity", "022190000001");
  }

  private Made pays(String code) {
    return fees.pay(code, CASH, counter.centreClerk());
  }

  private List<String> lines(String code) {
    return book.lines(code).stream()
        .map(l -> l.name() + " " + l.amount() + " " + l.receipt())
        .toList();
  }

  private Long owed(String code) {
    return counter.dossier(code).feeOwed();
  }

  private static int number(Made made) {
    return Integer.parseInt(made.number().replaceAll("/.*", ""));
  }

  private String words(Made made) throws Exception {
    byte[] pdf = letters.pdf(made.letterId(), counter.centreClerk());
    // For people to look at.
    Files.write(
        Files.createDirectories(Path.of("target/letters"))
            .resolve("fee-" + made.number().replace('/', '-') + ".pdf"),
        pdf);
    try (var paper = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
    }
  }

  private void refused(Runnable act, String why) {
    assertThatThrownBy(act::run).isInstanceOf(FeeRefused.class).hasMessageContaining(why);
  }

  private int rows() {
    return counter.jdbc.queryForObject(
        "select (select count(*) from fee_line) + (select count(*) from fee_receipt)"
            + " + (select count(*) from fee_balance)",
        Integer.class);
  }

  @Test
  void whatIsOwedAtReceptionIsPaidBeforeTheResultIsGiven() throws Exception {
    String code =
        received(
            fee("Lệ phí cấp Thẻ", "8.000"),
            new Application.Fee("service", "Thẩm định", "105000", null, "", null, null));
    assertThat(owed(code)).isEqualTo(113_000);
    assertThat(lines(code))
        .containsExactly("Lệ phí cấp Thẻ 8.000 đồng null", "Thẩm định 105.000 đồng null");
    sealed(code);
    assertThatThrownBy(() -> returns.give(code, lan(), returner))
        .hasMessage(
            "Hồ sơ %s còn phải nộp 113.000 đồng. Hãy thu tiền hoặc ghi miễn, giảm ở mục Phí, lệ phí rồi mới trả kết quả."
                .formatted(code));

    Made receipt =
        fees.pay(code, new Payment("transfer", "FT2633012", "Trần Văn Bình", "113.000"), returner);

    assertThat(receipt.number()).matches("\\d{2,}/BLPL");
    assertThat(words(receipt))
        .contains(
            "BIÊN LAI THU PHÍ, LỆ PHÍ",
            receipt.number(),
            code,
            "Người nộp tiền: Trần Văn Bình",
            "1 Lệ phí cấp Thẻ 8.000",
            "Phí: Thẩm định",
            "113.000 đồng",
            "Một trăm mười ba nghìn đồng.",
            "Chuyển khoản",
            "FT2633012");
    assertThat(owed(code)).isZero();
    returns.give(code, lan(), returner);
    assertThat(counter.acts(code))
        .last()
        .satisfies(
            act -> assertThat(act.trace()).contains("Phí, lệ phí: không còn khoản phải thu"));
  }

  @Test
  void aReceiptIsPrintedAgainAsItWas() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));
    Made receipt = pays(code);
    byte[] first = letters.pdf(receipt.letterId(), returner);
    fees.charge(code, List.of(fee("Phí thêm", "50.000")), returner);
    counter.time.at(30, 12, 9, 0);

    assertThat(letters.pdf(receipt.letterId(), returner)).isEqualTo(first);
    assertThat(letters.issued(code, returner))
        .extracting(l -> l.form(), l -> l.number())
        .contains(tuple("fee-receipt", receipt.number()));
    assertThat(letters.offered(code, returner))
        .extracting(Letters.Offer::form)
        .doesNotContain("fee-receipt", "fee-refund");
  }

  @Test
  void theSlipSaysWhatItCosts() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));

    byte[] slip = letters.preview(code, "slip", counter.centreClerk());

    try (var paper = Loader.loadPDF(slip)) {
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
          .contains("Phí, lệ phí:", "8.000 đồng", "Tám nghìn đồng", "còn phải nộp");
    }
    try (var paper = Loader.loadPDF(letters.preview(counter.desk(), "slip", returner))) {
      assertThat(new PDFTextStripper().getText(paper)).doesNotContain("Phí, lệ phí");
    }
  }

  @Test
  void remissionHasItsGroundAndMayBeWholeOrInPart() {
    String whole = received(less("8.000", "poor-household", null, "Sổ hộ nghèo số 12"));
    assertThat(owed(whole)).isZero();
    assertThat(book.lines(whole).get(0).relief()).isEqualTo("Hộ nghèo: Sổ hộ nghèo số 12");
    refused(() -> pays(whole), "không còn khoản nào phải thu");

    String part = received(less("100.000", "online", "50.000", "NQ 21/2024/NQ-HĐND"));
    assertThat(owed(part)).isEqualTo(50_000);

    String later = received(fee("Lệ phí", "8.000"), fee("Phí", "20.000"));
    long line = book.lines(later).get(0).id();
    fees.remit(later, line, "elderly", null, null, returner);
    assertThat(owed(later)).isEqualTo(20_000);
    assertThat(lines(later)).containsExactly("Lệ phí 0 đồng null", "Phí 20.000 đồng null");
    refused(() -> fees.remit(later, line, "elderly", null, null, returner), "đã được miễn hết");
    assertThat(pays(later).amount()).isEqualTo(new Dong(20_000));
    long paid = book.lines(later).get(1).id();
    refused(
        () -> fees.remit(later, paid, "elderly", null, null, returner),
        "“Phí” đã thu theo biên lai");
  }

  @Test
  void aLineThatWasWrongIsTakenBackAndLeavesATrace() {
    String code = received(fee("Lệ phí", "80.000"));
    long line = book.lines(code).get(0).id();
    refused(() -> fees.remit(code, line, "mistake", null, " ", returner), "hãy ghi căn cứ");
    fees.remit(code, line, "mistake", null, "Thừa một số 0", returner);
    fees.charge(code, List.of(fee("Lệ phí", "8.000")), returner);

    assertThat(lines(code)).containsExactly("Lệ phí 8.000 đồng null");
    assertThat(owed(code)).isEqualTo(8_000);
    assertThat(
            counter.jdbc.queryForObject(
                "select count(*) from fee_line where dossier_code = ?", Integer.class, code))
        .isEqualTo(3);
  }

  @Test
  void nonsenseIsToldAtItsFieldAndNothingIsReceived() {
    int before = counter.jdbc.queryForObject("select count(*) from dossier", Integer.class);

    assertThatThrownBy(
            () ->
                received(
                    fee("Lệ phí", "-8.000"),
                    fee(" ", "8.000"),
                    fee("Phí", "tám nghìn"),
                    fee("Phí", "999999999999999"),
                    fee("Phí", "0"),
                    new Application.Fee("tax", "Thuế", "1", "1", null, null, null),
                    new Application.Fee("state", "Lệ phí", "8.000", "0", null, null, null),
                    new Application.Fee("state", "Lệ phí", "90000000000", "9999", "", "", ""),
                    less("8.000", "rich", null, null),
                    less("8.000", "child", "9.000", null),
                    less("8.000", "law", null, null)))
        .isInstanceOfSatisfying(
            FieldProblems.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsOnlyKeys(
                        "fees[0].price",
                        "fees[1].name",
                        "fees[2].price",
                        "fees[3].price",
                        "fees[4].price",
                        "fees[5].kind",
                        "fees[6].count",
                        "fees[7].count",
                        "fees[8].relief",
                        "fees[9].reliefAmount",
                        "fees[10].reliefWords")
                    .containsEntry(
                        "fees[0].price",
                        List.of(
                            "“-8.000” là số âm. Hãy ghi số tiền từ 0 đồng trở lên; trả lại tiền thì"
                                + " dùng việc hủy hoặc hoàn biên lai.")));
    assertThat(counter.jdbc.queryForObject("select count(*) from dossier", Integer.class))
        .isEqualTo(before);
  }

  @Test
  void aReceiptThatWasWrongIsCancelledOnItsDayAndTheMoneyTakenAgain() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));
    Made wrong = fees.pay(code, new Payment("cash", null, "Sai tên", null), counter.centreClerk());
    refused(
        () -> fees.undo(code, wrong.id(), "cancellation", " ", null, returner), "Hãy ghi lý do");

    Made cancelled =
        fees.undo(code, wrong.id(), "cancellation", "Ghi sai tên người nộp", null, returner);
    assertThat(cancelled.number()).endsWith("/HTPL");
    assertThat(words(cancelled))
        .contains("GIẤY XÁC NHẬN HỦY BIÊN LAI", wrong.number(), "Ghi sai tên người nộp");
    assertThat(owed(code)).isEqualTo(8_000);
    assertThat(lines(code)).containsExactly("Lệ phí 8.000 đồng null");
    refused(
        () -> fees.undo(code, wrong.id(), "cancellation", "Lần nữa", null, returner),
        "đã được xử lý: Hủy biên lai");
    Made right = pays(code);

    assertThat(number(right)).isEqualTo(number(wrong) + 1);
    assertThat(lines(code)).containsExactly("Lệ phí 8.000 đồng " + right.number());
    counter.time.at(24, 11, 8, 0);
    refused(
        () -> fees.undo(code, right.id(), "cancellation", "Muộn", null, returner),
        "không hủy được nữa");
  }

  @Test
  void moneyOfAWithdrawnDossierGoesBackAgainstAPaper() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));
    Made receipt = pays(code);
    counter.time.at(25, 11, 8, 0);

    Made refund = fees.undo(code, receipt.id(), "refund", "Rút hồ sơ", "cash", returner);

    assertThat(refund.amount()).isEqualTo(new Dong(-8_000));
    assertThat(words(refund)).contains("GIẤY HOÀN TRẢ PHÍ, LỆ PHÍ", "8.000 đồng", "Tám nghìn đồng");
    assertThat(owed(code)).isZero();
    refused(
        () -> fees.undo(code, receipt.id(), "refund", "Lần nữa", "cash", returner),
        "đã được xử lý: Hoàn trả");
  }

  @Test
  void twoClerksAtOnceTakeItOnceAndNoNumberIsLost() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));
    Made before = pays(received(fee("Lệ phí", "8.000")));
    ExecutorService hands = Executors.newFixedThreadPool(6);
    List<Callable<Made>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          () -> {
            try {
              return pays(code);
            } catch (FeeRefused tooLate) {
              return null;
            }
          });
    }
    List<Made> made = new ArrayList<>();
    for (Future<Made> one : hands.invokeAll(all)) {
      made.add(one.get());
    }
    hands.shutdown();

    assertThat(made).filteredOn(Objects::nonNull).hasSize(1);
    refused(() -> pays(code), "đã thu đủ theo biên lai");
    assertThat(number(pays(received(fee("Lệ phí", "8.000"))))).isEqualTo(number(before) + 2);
  }

  @Test
  void aReceiptIsNotCancelledWhileTheResultIsGivenOut() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));
    Made receipt = pays(code);
    sealed(code);
    Runnable give = () -> returns.give(code, lan(), returner);

    assertThatThrownBy(() -> beforeCommit(() -> cancel(code, receipt), give))
        .hasMessageContaining("8.000 đồng");
    Made again = pays(code);
    assertThatThrownBy(() -> beforeCommit(give, () -> cancel(code, again)))
        .hasMessageContaining("không hủy được nữa");

    assertThat(owed(code)).isZero();
    assertThat(counter.dossier(code).returnedAt()).isNotNull();
  }

  private void cancel(String code, Made receipt) {
    fees.undo(code, receipt.id(), "cancellation", "Ghi sai", null, returner);
  }

  /** The second begins when the first has done all but its commit; says what became of it. */
  private void beforeCommit(Runnable first, Runnable second) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> late =
          new TransactionTemplate(transactions)
              .execute(
                  status -> {
                    first.run();
                    Future<?> begun = other.submit(second);
                    assertThatThrownBy(() -> begun.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                    return begun;
                  });
      late.get();
    } finally {
      other.shutdown();
    }
  }

  @Test
  void eachWrongHandIsToldWhy() {
    String code = received(fee("Lệ phí", "8.000"));

    refused(
        () -> fees.pay(code, new Payment("gold", null, null, null), returner),
        "Không có hình thức thu “gold”");
    refused(
        () -> fees.pay(code, new Payment("transfer", " ", null, null), returner),
        "phải ghi số giao dịch");
    refused(
        () -> fees.pay(code, new Payment("cash", null, null, "5.000"), returner),
        "vừa đổi thành 8.000 đồng, không còn là 5.000 đồng");
    refused(() -> fees.charge(code, List.of(), returner), "ít nhất một khoản");
    refused(() -> fees.charge(code, List.of(fee("", "1")), returner), "Hãy ghi tên khoản thu");
    sealed(code);
    refused(
        () -> fees.pay(code, CASH, Counter.official("an", SmallProvince.JUSTICE + ".appraiser")),
        "do cán bộ của Trung tâm Phục vụ hành chính công thu");
    assertThatThrownBy(
            () ->
                fees.pay(
                    code,
                    CASH,
                    Counter.official("stranger", SmallProvince.WARD_DESK + ".counter-clerk")))
        .isInstanceOf(UnknownDossier.class);
    assertThat(owed(code)).isEqualTo(8_000);
  }

  @Test
  void thePostCollectsOnDeliveryAndPassesItOn() {
    String code = received(fee("Lệ phí", "8.000"));
    sealed(code);

    returns.give(code, Map.of("collector", "post", "postalItem", "EB1VN"), returner);
    assertThat(counter.acts(code))
        .last()
        .satisfies(
            act -> assertThat(act.trace()).contains("Phí, lệ phí: bưu chính thu hộ 8.000 đồng"));
    assertThat(owed(code)).isEqualTo(8_000);

    counter.time.at(30, 11, 8, 0);
    assertThat(fees.pay(code, new Payment("post", "BK 7", null, null), returner).amount())
        .isEqualTo(new Dong(8_000));
  }

  @Test
  void aDossierThatCostsNothingHasNoRowAndAsksNothing() {
    int before = rows();

    List<String> statements =
        StatementsOfOurs.during(
            () -> {
              String code = counter.desk();
              sealed(code);
              returns.give(code, lan(), returner);
              letters.preview(code, "receipt", returner);
            });

    assertThat(rows()).isEqualTo(before);
    assertThat(statements)
        .isNotEmpty()
        .noneMatch(s -> s.contains("fee_line") || s.contains("fee_receipt"))
        .allMatch(s -> !s.contains("fee_balance") || s.contains("left join fee_balance"));
  }

  @Test
  void whatWasWrittenStaysWritten() {
    pays(received(fee("Lệ phí", "8.000")));

    for (String table : List.of("fee_line", "fee_receipt", "fee_receipt_line")) {
      assertThatThrownBy(() -> counter.jdbc.update("delete from " + table))
          .as(table)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void thePageChargesRemitsTakesAndKeepsWhatWasTyped() throws Exception {
    String code = received(fee("Lệ phí cấp Thẻ", "8.000"));
    List<String> clerk = List.of(CLERK);

    as(clerk, get("/fees").param("code", code.toLowerCase(Locale.ROOT)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Lệ phí cấp Thẻ"),
                        containsString("8.000 đồng"),
                        containsString("Tám nghìn đồng"),
                        containsString("Thu 8.000 đồng và lập biên lai"))));
    as(
            clerk,
            post("/fees/{code}", code)
                .param("kind", "service")
                .param("name", "Phí <b>khai thác</b>")
                .param("price", "mười"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("“mười” không phải số tiền"),
                        containsString("value=\"mười\""),
                        containsString("Phí &lt;b&gt;khai thác&lt;/b&gt;"),
                        not(containsString("<b>khai")))));
    as(
            clerk,
            post("/fees/{code}/pay", code)
                .param("way", "transfer")
                .param("payer", "Bà Hoa")
                .param("expected", "8.000"))
        .andExpect(
            content()
                .string(allOf(containsString("phải ghi số giao dịch"), containsString("Bà Hoa"))));
    as(clerk, post("/fees/{code}/pay", code).param("way", "cash").param("expected", "8.000"))
        .andExpect(redirectedUrlPattern("/fees?code=" + code + "&done=paid&paper=*"));
    as(clerk, get("/fees").param("code", code).param("done", "paid").param("paper", "1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đã thu tiền và lập biên lai"),
                        containsString("/api/letters/1.pdf"),
                        containsString("Hủy, hoàn trả"))));
    as(clerk, get("/fees").param("code", "H49.90-991231-0001"))
        .andExpect(
            content().string(containsString("Không có hồ sơ hoặc nhiệm vụ “H49.90-991231-0001”")));
  }

  @Test
  void whatWasTypedInARowOfTheTableStaysInThatRow() throws Exception {
    String code = received(fee("Lệ phí cấp Thẻ", "8.000"));
    List<String> posts = List.of(CLERK);
    long line = book.lines(code).get(0).id();

    as(
            posts,
            post("/fees/{code}/lines/{line}", code, line)
                .param("relief", "poor-household")
                .param("reliefAmount", "9.000")
                .param("reliefWords", "Sổ hộ nghèo 12"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("<details open=\"open\">"),
                        containsString("id=\"line-" + line + "-amount\" value=\"9.000\""),
                        containsString("value=\"Sổ hộ nghèo 12\""),
                        containsString(
                            "id=\"reliefAmount\" name=\"reliefAmount\" inputmode=\"numeric\""
                                + " autocomplete=\"off\" value=\"\""))));

    long receipt = pays(code).id();
    as(
            posts,
            post("/fees/{code}/receipts/{id}", code, receipt)
                .param("move", "refund")
                .param("way", "không có")
                .param("reason", "Thu nhầm người"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("<details open=\"open\">"),
                        containsString("value=\"Thu nhầm người\""))));
  }

  @Test
  void thePageOfReturnsTakesTheMoneyAndGoesOn() throws Exception {
    String code = received(fee("Lệ phí cấp Thẻ", "8.000"));
    sealed(code);
    List<String> clerk = List.of(RETURNER);
    as(clerk, get("/returns").param("code", code))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Còn phải thu 8.000 đồng"),
                        containsString("Thu 8.000 đồng và lập biên lai"),
                        not(containsString("name=\"fee\"")))));

    String next =
        as(
                clerk,
                post("/fees/{code}/pay", code)
                    .param("from", "returns")
                    .param("way", "cash")
                    .param("expected", "8.000"))
            .andExpect(redirectedUrlPattern("/returns?code=" + code + "&paper=*"))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();

    as(clerk, get(Objects.requireNonNull(next)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("In biên lai"),
                        containsString("biên lai "),
                        not(containsString("Còn phải thu 8.000")))));
    as(
            clerk,
            post("/returns/{code}", code)
                .param("collector", "owner")
                .param("receiverName", "Nguyễn Thị Lan")
                .param("receiverIdentity", "022190000001"))
        .andExpect(redirectedUrl("/returns?done=" + code));
  }

  @Test
  void theListOfTheDaySaysWhatIsInTheTill() throws Exception {
    counter.time.at(9, 12, 8, 0);
    CurrentOfficial cashier = Counter.official("cashier", CLERK);
    Made kept = fees.pay(received(fee("Lệ phí", "8.000")), CASH, cashier);
    fees.pay(received(fee("Phí", "105.000")), new Payment("transfer", "FT1", null, null), cashier);
    String undone = received(fee("Lệ phí", "50.000"));
    Made wrong = fees.pay(undone, CASH, cashier);
    fees.undo(undone, wrong.id(), "cancellation", "Nhầm hồ sơ", null, cashier);
    fees.pay(received(fee("Lệ phí", "1.000.000")), CASH, returner);

    as("cashier", List.of(CLERK), get("/fees/day"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Bảng kê thu phí, lệ phí ngày 09/12/2026"),
                        containsString(kept.number()),
                        containsString("-50.000"),
                        containsString("id=\"total\">113.000<"),
                        containsString("id=\"cash\">8.000 đồng<"),
                        containsString("(Tám nghìn đồng)"),
                        not(containsString("1.000.000")))));
    as("cashier", List.of(CLERK), get("/fees/day").param("day", "08/12/2026"))
        .andExpect(content().string(containsString("Không có biên lai nào")));
    as("cashier", List.of(CLERK), get("/fees/day").param("day", "31/02/2026"))
        .andExpect(content().string(containsString("“31/02/2026” không phải là ngày")));
    as("cashier", List.of(CLERK), get("/fees"))
        .andExpect(
            content().string(allOf(containsString("Hồ sơ còn phải thu"), containsString(undone))));
  }

  @Test
  void scriptsAskAndPayToo() throws Exception {
    String code = received(fee("Lệ phí", "8.000"));
    List<String> clerk = List.of(CLERK);
    String address = "/api/dossiers/" + code + "/fees";

    as(clerk, get(address))
        .andExpect(jsonPath("$.owed").value("8.000"))
        .andExpect(jsonPath("$.owedWords").value("Tám nghìn đồng"));
    String cash = "{\"way\":\"cash\",\"expected\":\"8.000\"}";
    as(clerk, json(post(address + "/receipts"), cash))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.number").value(org.hamcrest.Matchers.endsWith("/BLPL")));
    as(clerk, json(post(address + "/receipts"), cash))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.message").value(startsWith("Hồ sơ " + code + " đã thu đủ")));
    as(clerk, json(post(address + "/receipts"), "{")).andExpect(status().isUnprocessableEntity());
    as(clerk, json(post(address + "/receipts"), "{\"way\":\"cash\",\"expected\":\"x\"}"))
        .andExpect(status().isConflict());
    as(clerk, get("/api/dossiers/H49.90-991231-0001/fees")).andExpect(status().isNotFound());
    as(clerk, get(address)).andExpect(jsonPath("$.receipts[0].stands").value(true));
  }

  @Test
  void theCounterIsOfferedWhatTheModelSays() throws Exception {
    as(List.of(CLERK), get("/api/procedures/9.000003"))
        .andExpect(jsonPath("$.fees[?(@.caseId == 'case-1')].free").value(true))
        .andExpect(
            jsonPath("$.fees[?(@.caseId == 'case-2')].items[0]")
                .value(
                    Map.of(
                        "kind",
                        "service",
                        "name",
                        "Phí",
                        "unit",
                        "thẻ",
                        "prices",
                        List.of("75.000", "215.000"))));
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder call, String body) {
    return call.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private ResultActions as(List<String> posts, MockHttpServletRequestBuilder call)
      throws Exception {
    return as("clerk", posts, call);
  }

  private ResultActions as(String person, List<String> posts, MockHttpServletRequestBuilder call)
      throws Exception {
    counter.identity.setAuthentication(person, posts, posts);
    try {
      return http.perform(call.locale(Locale.forLanguageTag("vi")));
    } finally {
      counter.identity.clearAuthentication();
    }
  }
}
