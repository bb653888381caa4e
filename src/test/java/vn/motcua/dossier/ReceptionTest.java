package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.dossier.Counter.application;
import static vn.motcua.dossier.Counter.lan;
import static vn.motcua.dossier.Counter.official;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Reception: everything at once or nothing, and every wrong field told at once. */
@DossierStory
class ReceptionTest {

  @Autowired Counter counter;
  @Autowired Reception reception;

  @BeforeEach
  void mondayMorning() {
    counter.time.at(23, 11, 8, 0);
  }

  @Test
  void givesACodeADueDateAndItsReasonsInWords() {
    Receipt receipt =
        reception.receive(application("1.013830", "case-1", null, null), counter.centreClerk());

    assertThat(receipt.code()).matches("H49\\.90-261123-\\d{4}");
    assertThat(ReckoningWords.MOMENT.format(receipt.due().atZone(counter.time.getZone())))
        .isEqualTo("17:00 ngày 01/12/2026");
    assertThat(receipt.reckoning())
        .contains("Thời hạn 5 ngày làm việc", "24/11/2026", "01/12/2026");
    Dossier dossier = counter.dossier(receipt.code());
    assertThat(dossier.state()).isEqualTo(DossierState.RECEIVED);
    assertThat(dossier.firstDueAt()).isEqualTo(receipt.due());
    assertThat(dossier.owner()).isEqualTo(dossier.applicant());
    assertThat(counter.register.papers(receipt.code())).hasSize(1);
    assertThat(counter.runtime.getVariables(dossier.instanceId()))
        .containsEntry("caseId", "case-1")
        .containsOnlyKeys("caseId", "dueAt", "warnAt");
    assertThat(
            counter
                .history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(receipt.code())
                .singleResult()
                .getStartUserId())
        .isEqualTo("clerk");
  }

  @Test
  void countsTheDossiersOfOneUnitAndDayWithoutGaps() {
    counter.time.at(22, 12, 8, 0);
    String first = counter.desk();
    assertThatThrownBy(
            () ->
                reception.receive(
                    application("1.013830", "nonsense", null, null), counter.centreClerk()))
        .isInstanceOf(FieldProblems.class);
    String second = counter.desk();
    counter.time.at(23, 12, 8, 0);
    String nextDay = counter.desk();

    assertThat(List.of(first, second, nextDay))
        .containsExactly("H49.90-261222-0001", "H49.90-261222-0002", "H49.90-261223-0001");
  }

  @Test
  void widensAfterTheLastOrdinalOfFourDigits() {
    counter.time.at(24, 12, 8, 0);
    counter.desk();
    counter.jdbc.update(
        "update dossier_counter set last_no = 9999 where on_day = ?",
        java.time.LocalDate.of(2026, 12, 24));

    assertThat(counter.desk()).isEqualTo("H49.90-261224-10000");
  }

  @Test
  void aReceptionThatFailsLeavesNothing() {
    counter.time.at(25, 12, 8, 0);
    counter.province.lost = SmallProvince.CENTRE + ".counter-clerk";
    try {
      assertThatThrownBy(counter::desk).hasMessageContaining("Không có vị trí");
    } finally {
      counter.province.lost = null;
    }

    assertThat(rows("dossier where code like '%-261225-%'")).isZero();
    assertThat(rows("dossier_counter where on_day = '2026-12-25'")).isZero();
    assertThat(rows("ACT_HI_PROCINST where BUSINESS_KEY_ like '%-261225-%'")).isZero();
    assertThat(counter.desk()).isEqualTo("H49.90-261225-0001");
  }

  private long rows(String of) {
    return counter.jdbc.queryForObject("select count(*) from " + of, Long.class);
  }

  @Test
  void tellsEveryWrongFieldAtOnce() {
    Application wrong =
        new Application(
            "1.013830",
            "",
            null,
            "no-such-unit",
            null,
            false,
            "by-pigeon",
            false,
            "royal",
            null,
            null,
            new Application.Person(" ", "person", "cccd", "123", "12", "no", null),
            new Application.Person(
                "Công ty A1", "organisation", "cccd", "022190000001", null, null, "Hạ Long"),
            List.of(
                new Application.Paper("Đơn", "original", 0, true),
                new Application.Paper(" ", "papyrus", 1, true)));

    FieldProblems refused =
        catchThrowableOfType(
            FieldProblems.class, () -> reception.receive(wrong, counter.centreClerk()));

    assertThat(refused.problems())
        .containsOnlyKeys(
            "receptionUnit",
            "caseId",
            "channel",
            "priority",
            "returnWay",
            "applicant.name",
            "applicant.identityNumber",
            "applicant.phone",
            "applicant.email",
            "applicant.address",
            "owner.identityKind",
            "papers[0].count",
            "papers[1].name");
    assertThat(refused.problems().get("applicant.identityNumber"))
        .containsExactly("Số căn cước phải có đúng 12 chữ số; “123” thì không.");
  }

  @ParameterizedTest
  @CsvSource({
    "cccd, 022190000001, true",
    "cccd, 02219000000, false",
    "cmnd, 100200300, true",
    "cmnd, 1002003000, false",
    "passport, C1234567, true",
    "passport, 12345678, false",
    "tax-code, 5700100256, true",
    "tax-code, 5700100256-001, true",
    "tax-code, 5700100256001, true",
    "tax-code, 570010025, false",
  })
  void identityNumbersHaveOneForm(String kind, String number, boolean good) {
    assertThat(Word.read(IdentityKind.class, kind).orElseThrow().accepts(number)).isEqualTo(good);
  }

  @Test
  void aCommuneProcedureTakesTheCommuneOfItsCounterOrTheOneWrittenDown() {
    Receipt atWard =
        reception.receive(application("2.000815", null, null, null), counter.wardClerk());
    assertThat(counter.dossier(atWard.code()).place().lead()).isEqualTo(SmallProvince.WARD);

    FieldProblems refused =
        catchThrowableOfType(
            FieldProblems.class,
            () ->
                reception.receive(
                    application("2.000815", null, null, null), counter.centreClerk()));
    assertThat(refused.problems()).containsOnlyKeys("commune");
    Receipt atCentre =
        reception.receive(
            application("2.000815", null, null, SmallProvince.WARD), counter.centreClerk());
    assertThat(counter.dossier(atCentre.code()).place().lead()).isEqualTo(SmallProvince.WARD);
    assertThat(atCentre.code()).startsWith("H49.90-");
  }

  @Test
  void aProcedureOfBothLevelsAsksWhichOneResolvesIt() {
    FieldProblems refused =
        catchThrowableOfType(
            FieldProblems.class,
            () ->
                reception.receive(
                    application("1.013995", null, null, null), counter.centreClerk()));
    assertThat(refused.problems()).containsOnlyKeys("level");
    Receipt commune =
        reception.receive(
            application("1.013995", null, "xa", SmallProvince.WARD), counter.centreClerk());
    assertThat(counter.dossier(commune.code()).place().lead()).isEqualTo(SmallProvince.WARD);
  }

  @Test
  void onlyACounterClerkOfTheUnitReceives() {
    Application good = application("1.013830", "case-1", null, null);
    assertThatThrownBy(
            () -> reception.receive(good, official("x", SmallProvince.CENTRE + ".return-clerk")))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("không giữ vị trí cán bộ tiếp nhận");
    assertThatThrownBy(() -> reception.receive(good, official("x", "no-code.counter-clerk")))
        .isInstanceOf(FieldProblems.class)
        .hasMessageContaining("mã định danh");
  }

  @Test
  void theResultByMailNeedsAnAddressToSendItTo() {
    Application online =
        new Application(
            "1.013830",
            "case-1",
            null,
            null,
            null,
            false,
            "post",
            true,
            "elderly",
            "online",
            "Xin cấp lại",
            lan(),
            null,
            List.of());
    FieldProblems refused =
        catchThrowableOfType(
            FieldProblems.class, () -> reception.receive(online, counter.centreClerk()));
    assertThat(refused.problems()).containsOnlyKeys("applicant.email");
  }

  @Test
  void difficultAreasHaveTheirOwnLimit() {
    Application mountain =
        new Application(
            "1.013995",
            null,
            "tinh",
            null,
            null,
            true,
            "counter",
            false,
            null,
            "counter",
            null,
            lan(),
            null,
            List.of());
    Dossier dossier = counter.dossier(reception.receive(mountain, counter.centreClerk()).code());

    assertThat(dossier.limitText()).isEqualTo("20 ngày làm việc");
    assertThat(dossier.difficultArea()).isTrue();
  }

  @Test
  void everyStateHasWordsAndANationalCodeThatNobodyCanSet() {
    for (DossierState state : DossierState.values()) {
      assertThat(state.words()).isNotBlank();
      assertThat(state.nationalCode()).isBetween(1, 10);
      assertThat(state.nationalWords()).isNotBlank();
    }
    assertThat(Map.of(5, DossierState.AWAITING_SUPPLEMENT, 9, DossierState.FINISHED))
        .allSatisfy((code, state) -> assertThat(state.nationalCode()).isEqualTo(code));
  }
}
