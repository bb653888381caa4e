package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Dates;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.ExcludedWait;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Step;

class DueDatesTest {

  private static final String UNIT = "so-tu-phap";
  private static final WorkingCalendar CALENDAR = WorkingCalendar.standard();

  private final DueDates dueDates = new DueDates(() -> CALENDAR);
  private final ZonedDateTime monday = at("09:00", "02/11/2026");

  @Test
  void theSlipPromisesTheCommittedLimitAndTheLawKeepsItsOwn() {
    Procedure procedure = procedure(aCase("", "10 ngày làm việc", "8 ngày làm việc", null));

    DueDate due = dueDates.due(procedure, "", false, monday, UNIT).orElseThrow();

    assertThat(due.promised()).isEqualTo(at("17:00", "12/11/2026"));
    assertThat(due.statutory()).isEqualTo(at("17:00", "16/11/2026"));
  }

  @Test
  void theWarningComesAfterFourFifthsOfTheWorkingTime() {
    Procedure procedure = procedure(aCase("", "8 giờ làm việc", null, null));

    DueDate due = dueDates.due(procedure, "", false, at("07:30", "02/11/2026"), UNIT).orElseThrow();

    assertThat(due.promised()).isEqualTo(at("08:00", "03/11/2026"));
    assertThat(due.warnAt()).isEqualTo(at("15:54", "02/11/2026"));
  }

  @Test
  void aDifficultAreaHasItsOwnLimitIfTheCaseHasOne() {
    Procedure procedure =
        procedure(
            aCase("a", "10 ngày làm việc", "8 ngày làm việc", "20 ngày làm việc"),
            aCase("b", "5 ngày làm việc", null, null));

    DueDate longer = dueDates.due(procedure, "a", true, monday, UNIT).orElseThrow();
    DueDate usual = dueDates.due(procedure, "b", true, monday, UNIT).orElseThrow();

    assertThat(longer.promised())
        .isEqualTo(longer.statutory())
        .isEqualTo(at("17:00", "01/12/2026"));
    assertThat(usual.promised()).isEqualTo(at("17:00", "09/11/2026"));
  }

  @Test
  void aCalendarPublishedLaterCountsAtOnceExceptWithinAListThatBegan() {
    Procedure procedure = procedure(aCase("", "1 ngày làm việc", null, null));
    AtomicReference<WorkingCalendar> inForce = new AtomicReference<>(CALENDAR);
    DueDates always = new DueDates(inForce::get);
    DueDates list = always.now();

    inForce.set(withStormOn("03/11/2026"));

    assertThat(always.due(procedure, "", false, monday, UNIT).orElseThrow().promised())
        .isEqualTo(at("17:00", "04/11/2026"));
    assertThat(list.due(procedure, "", false, monday, UNIT).orElseThrow().promised())
        .isEqualTo(at("17:00", "03/11/2026"));
    assertThat(always.reckon(monday, TimeLimit.parse("1 ngày làm việc"), UNIT).lines())
        .contains("Thứ Ba 03/11/2026: không tính, đóng cửa: Bão (Công điện)");
  }

  private static WorkingCalendar withStormOn(String day) {
    String yaml =
        """
        firstYear: 2026
        lastYear: 2026
        hours: [{from: 01/01/2026, sessions: ["07:30-11:30", "13:30-17:00"], basis: QĐ}]
        closures: [{day: %s, name: Bão, basis: Công điện}]
        """
            .formatted(day);
    return WorkingCalendar.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "lich.yaml");
  }

  @Test
  void aProcedureWithoutLimitPromisesNothing() {
    assertThat(dueDates.due(procedure(aCase("", null, null, null)), null, false, monday, UNIT))
        .isEmpty();
  }

  @Test
  void aCaseThatTheProcedureLacksIsRefusedByName() {
    Procedure procedure = procedure(aCase("a", "1 ngày", null, null));

    assertThatThrownBy(() -> dueDates.due(procedure, "c", false, monday, UNIT))
        .isInstanceOf(UnknownCase.class)
        .hasMessage("Thủ tục “Cấp bản sao” không có trường hợp “c”.");
  }

  @Test
  void aStepIsDueByItsAllowanceOfTheCaseAndArea() {
    Step step =
        step(
            Map.of(
                "", TimeLimit.parse("0,5 ngày làm việc"), "b", TimeLimit.parse("2 ngày làm việc")),
            Map.of("", TimeLimit.parse("3 ngày làm việc")));

    assertThat(dueDates.stepDue(monday, step, "a", false)).hasValue(at("15:00", "02/11/2026"));
    assertThat(dueDates.stepDue(monday, step, "b", false)).hasValue(at("17:00", "04/11/2026"));
    assertThat(dueDates.stepDue(monday, step, "b", true)).hasValue(at("17:00", "05/11/2026"));
  }

  @Test
  void aStepWithoutTimeOfItsOwnIsDueTheSameDay() {
    Step step = step(Map.of("", TimeLimit.parse("0 ngày làm việc")), Map.of());

    assertThat(dueDates.stepDue(monday, step, null, false)).hasValue(at("17:00", "02/11/2026"));
    assertThat(dueDates.stepDue(at("16:00", "02/11/2026"), step, null, false))
        .hasValue(at("17:00", "03/11/2026"));
    assertThat(dueDates.stepDue(monday, step(Map.of(), Map.of()), "", false)).isEmpty();
  }

  @ParameterizedTest(name = "at {0} {1}: {2}, {3}")
  @CsvSource({
    "09:00, 02/11/2026, IN_TIME, Còn 10 ngày 6 giờ làm việc",
    "14:00, 11/11/2026, IN_TIME, Còn 3 ngày 3 giờ làm việc",
    "16:00, 12/11/2026, SOON, Còn 2 ngày 1 giờ làm việc",
    "17:00, 12/11/2026, SOON, Còn 2 ngày làm việc",
    "20:00, 14/11/2026, SOON, Còn 1 ngày làm việc",
    "08:00, 16/11/2026, TODAY, Còn 7 giờ làm việc",
    "16:15, 16/11/2026, TODAY, Còn 45 phút làm việc",
    "17:00, 16/11/2026, TODAY, Hết giờ làm việc của ngày đến hạn",
    "17:30, 16/11/2026, OVERDUE, Quá hạn",
    "09:30, 17/11/2026, OVERDUE, Quá hạn 2 giờ làm việc",
    "09:30, 18/11/2026, OVERDUE, Quá hạn 1 ngày 2 giờ làm việc"
  })
  void everybodySeesTheWorkingTimeThatIsLeft(
      String time, String day, TimeState state, String words) {
    TimeLeft left =
        dueDates.timeLeft(monday, at("17:00", "16/11/2026"), at(time, day), false, UNIT);

    assertThat(left.state()).isEqualTo(state);
    assertThat(left.words()).isEqualTo(words);
  }

  @Test
  void aStoppedClockIsNeitherSoonNorOverdue() {
    ZonedDateTime due = at("17:00", "16/11/2026");

    TimeLeft before = dueDates.timeLeft(monday, due, at("17:00", "12/11/2026"), true, UNIT);
    TimeLeft after = dueDates.timeLeft(monday, due, at("17:00", "20/11/2026"), true, UNIT);

    assertThat(before.words()).isEqualTo("Tạm dừng, còn 2 ngày làm việc");
    assertThat(after.state()).isEqualTo(TimeState.PAUSED);
    assertThat(after.words()).isEqualTo("Tạm dừng");
  }

  @Test
  void aSlipProjectsTheDateWithThePhasesThatAreNotCounted() {
    ExcludedWait posting =
        new ExcludedWait("posting", "shared-public-posting", "Niêm yết công khai", "15 ngày");
    ExcludedWait tax = new ExcludedWait("tax", "shared-financial-obligation", "Nộp thuế", null);
    Procedure procedure =
        procedure(List.of(posting, tax), aCase("", "5 ngày làm việc", null, null));
    ZonedDateTime due = dueDates.due(procedure, "", false, monday, UNIT).orElseThrow().promised();

    Projection known =
        dueDates.projection(
            procedure, "", due, UNIT, Optional.of(TimeLimit.parse("5 ngày làm việc")));
    Projection half = dueDates.projection(procedure, "", due, UNIT, Optional.empty());

    // 09/11 and 15 days is Tuesday 24/11, a day off: 25/11; then five working days.
    assertThat(half.expected()).isEqualTo(at("17:00", "25/11/2026"));
    assertThat(known.expected()).isEqualTo(at("17:00", "02/12/2026"));
    assertThat(known.complete()).as("the tax office may take longer").isFalse();
    assertThat(known.phases()).extracting(Projection.Phase::usual).containsExactly(false, true);
  }

  @Test
  void everyStateHasItsWordInBothLanguages() {
    for (TimeState state : TimeState.values()) {
      assertThat(state.label()).isNotBlank().isNotEqualTo(state.label(Locale.ENGLISH));
    }
    assertThat(TimeState.SOON.label()).isEqualTo("Sắp đến hạn");
    assertThat(TimeState.IN_TIME.word()).isEqualTo("in-time");
  }

  private static ZonedDateTime at(String time, String day) {
    return ZonedDateTime.of(Dates.parse(day), LocalTime.parse(time), WorkingCalendar.ZONE);
  }

  private static Case aCase(String id, String limit, String committed, String difficult) {
    return new Case(id, "Trường hợp " + id, limit(limit), limit(committed), limit(difficult));
  }

  private static TimeLimit limit(String words) {
    return words == null ? null : TimeLimit.parse(words);
  }

  private static Procedure procedure(Case... cases) {
    return procedure(List.of(), cases);
  }

  private static Procedure procedure(List<ExcludedWait> waits, Case... cases) {
    return new Procedure(
        "procedure-2.000908",
        "2.000908",
        "Cấp bản sao",
        "Chứng thực",
        List.of("tinh"),
        UNIT,
        List.of(cases),
        List.of(),
        Map.of(),
        List.of(),
        Map.of("", waits),
        Map.of());
  }

  private static Step step(Map<String, TimeLimit> allowances, Map<String, TimeLimit> difficult) {
    return new Step(
        "appraise",
        "Thẩm định",
        Act.APPRAISE,
        "appraiser",
        "lead",
        allowances,
        difficult,
        null,
        null,
        null,
        false,
        "appraise",
        Act.APPRAISE.outcomes());
  }
}
