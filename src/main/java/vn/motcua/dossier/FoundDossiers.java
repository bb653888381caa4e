package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.deadline.DueDates;
import vn.motcua.dossier.OpenSteps.OpenStep;
import vn.motcua.language.Texts;

/**
 * What a search shows of each dossier: no more of a citizen than it takes to know the right one.
 */
@Component
class FoundDossiers {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final int SHOWN_OF_A_NUMBER = 4;

  private final Search search;
  private final Register register;
  private final OpenSteps openSteps;
  private final DossierAccess access;
  private final PeopleInWords people;
  private final Sheets sheets;
  private final DueDates dueDates;

  FoundDossiers(
      Search search,
      Register register,
      OpenSteps openSteps,
      DossierAccess access,
      PeopleInWords people,
      Sheets sheets,
      DueDates dueDates) {
    this.search = search;
    this.register = register;
    this.openSteps = openSteps;
    this.access = access;
    this.people = people;
    this.sheets = sheets;
    this.dueDates = dueDates;
  }

  /**
   * @param total how many there are, at most {@link Search#MOST}
   * @param more true if there are more than that
   */
  record Page(int total, boolean more, int number, int pages, List<Row> rows) {}

  /**
   * @param identity the last digits only
   * @param left null once the clock has stopped, or if the law states no limit
   */
  record Row(
      String code,
      String applicant,
      String identity,
      String owner,
      String procedureCode,
      String procedure,
      String stateWords,
      Instant receivedAt,
      Instant due,
      Sheets.Left left,
      List<Here> here) {}

  /**
   * One step at which the dossier is.
   *
   * @param who name of who has taken it; else the post that waits for somebody
   * @param taskId the task, if this reader sees it in Tasklist; else null
   */
  record Here(String step, String who, boolean taken, Instant since, String taskId) {}

  /** The page with this number, or the last one if there are fewer. */
  @Transactional(readOnly = true)
  public Page page(Question asked, int number, int size, CurrentOfficial official) {
    List<String> codes = search.codes(asked, official);
    int total = Math.min(codes.size(), Search.MOST);
    int pages = Math.max(1, (total + size - 1) / size);
    int shown = Math.max(1, Math.min(number, pages));
    List<String> page = codes.subList((shown - 1) * size, Math.min(shown * size, total));
    return new Page(total, codes.size() > Search.MOST, shown, pages, rows(page, official));
  }

  private List<Row> rows(List<String> codes, CurrentOfficial official) {
    Map<String, Dossier> dossiers = register.find(codes);
    Map<String, List<OpenStep>> open = openSteps.of(codes);
    UnaryOperator<String> names =
        people.persons(open.values().stream().flatMap(List::stream).map(OpenStep::person).toList());
    DueDates once = dueDates.now();
    return codes.stream()
        .map(dossiers::get)
        .map(
            d ->
                row(
                    d,
                    d.stoppedAt() != null ? null : sheets.left(once, d, d.receivedAt(), d.dueAt()),
                    open.getOrDefault(d.code(), List.of()).stream()
                        .map(step -> here(step, names, official))
                        .toList()))
        .toList();
  }

  private static Row row(Dossier d, Sheets.Left left, List<Here> here) {
    boolean same = d.owner().name().equals(d.applicant().name());
    return new Row(
        d.code(),
        d.applicant().name(),
        masked(d.applicant().identityNumber()),
        same ? null : d.owner().name(),
        d.procedure().code(),
        d.procedure().name(),
        d.state().words(),
        d.receivedAt(),
        d.dueAt(),
        left,
        here);
  }

  private Here here(OpenStep step, UnaryOperator<String> names, CurrentOfficial official) {
    return new Here(
        step.name(),
        step.person() == null
            ? TEXTS.get("find.untaken", people.post(step.post()))
            : names.apply(step.person()),
        step.person() != null,
        step.since(),
        access.seesTaskOf(step.post(), official) ? step.taskId() : null);
  }

  /** {@code •••• 1234}. */
  static String masked(String number) {
    return Stream.ofNullable(number)
        .map(n -> "•••• " + n.substring(Math.max(0, n.length() - SHOWN_OF_A_NUMBER)))
        .findFirst()
        .orElse(null);
  }
}
