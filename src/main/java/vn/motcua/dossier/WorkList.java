package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.Names;
import vn.motcua.access.StandIn;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.DueDates;
import vn.motcua.deadline.TimeLeft;
import vn.motcua.deadline.TimeState;
import vn.motcua.language.Dates;
import vn.motcua.procedure.Act;
import vn.motcua.procedure.Procedures;
import vn.motcua.procedure.Step;

/**
 * Open steps with their dossiers in one statement, most urgent first, for lists in which many are
 * done at once. Safe for use by many threads.
 */
@Service
public class WorkList {

  /** Most rows of a list. */
  public static final int MOST = 500;

  /** An opinion and minutes are of one dossier; nobody writes the same for many. */
  private static final Set<Act> OWN_FORM = EnumSet.of(Act.CONSULT, Act.INSPECT, Act.COUNCIL);

  private static final String FROM =
      " from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
          + " join dossier d on d.code = e.BUSINESS_KEY_"
          + " left join dossier_clock c on c.dossier_code = d.code where t.TENANT_ID_ in (%s)";

  private static final String ROWS =
      "select t.ID_, t.TASK_DEF_KEY_, t.PROC_DEF_ID_, t.ASSIGNEE_, t.OWNER_, t.TENANT_ID_,"
          + " t.DUE_DATE_, t.CREATE_TIME_, d.code, d.applicant_name, d.procedure_code,"
          + " d.procedure_name, d.state, d.priority, d.lead_unit, c.due_at, c.paused_since";

  /** What stands still comes last; then what is due first. */
  private static final String ORDER =
      " order by case when c.paused_since is null then 0 else 1 end,"
          + " case when t.DUE_DATE_ is null then 1 else 0 end, t.DUE_DATE_, d.code limit ";

  private final JdbcTemplate jdbc;
  private final Procedures procedures;
  private final DueDates dueDates;
  private final Names names;
  private final Clock clock;

  WorkList(JdbcTemplate jdbc, Procedures procedures, DueDates dueDates, Names names, Clock clock) {
    this.jdbc = jdbc;
    this.procedures = procedures;
    this.dueDates = dueDates;
    this.names = names;
    this.clock = clock;
  }

  /** How much time is left; {@code state} is the word of a {@link TimeState}. */
  public record Left(String state, String words) {}

  /**
   * An open step.
   *
   * @param kind key of what it asks for, in {@link Page#kinds()}
   * @param holder name of who has taken it, with the absent person in whose place; null for nobody
   * @param mine true if the person who asked has taken it
   * @param inPlaceOf name of the absent person in whose place it would be done, or null
   */
  public record Row(
      String taskId,
      String code,
      String applicant,
      String procedureCode,
      String procedure,
      String step,
      String kind,
      String due,
      Left left,
      String dossierDue,
      String state,
      String holder,
      boolean mine,
      String inPlaceOf,
      boolean priority) {}

  /** A reason that an outcome asks for. */
  public record Choice(String code, String words) {}

  /** An outcome in words, with what follows from it. */
  public record Outcome(
      String value, String words, String consequence, boolean needsReason, List<Choice> reasons) {}

  /**
   * What steps of a kind ask for.
   *
   * @param outcomes empty if the step is only done, without a choice
   * @param typed names of the words that must be typed for each dossier
   * @param alone true if it has a form of its own and cannot be done among many
   */
  public record Kind(String act, List<Outcome> outcomes, List<String> typed, boolean alone) {}

  /**
   * A list.
   *
   * @param total how many there are, also if not all are shown
   */
  public record Page(List<Row> rows, Map<String, Kind> kinds, int total) {}

  /** Work of one person, or of nobody yet, in units. */
  public record Load(String person, int open, int overdue, int today, int soon, int paused) {}

  /**
   * What an official may do now: steps of the posts worked in that nobody else has taken, and those
   * of absent people in whose place the official works.
   *
   * @param procedure code of a procedure, or empty for all
   */
  public Page mine(CurrentOfficial official, String procedure) {
    if (official.postIds().isEmpty()) {
      return new Page(List.of(), Map.of(), 0);
    }
    List<String> people =
        Stream.concat(
                Stream.of(official.userId()), official.standIns().stream().map(StandIn::person))
            .distinct()
            .toList();
    List<Object> values = new ArrayList<>(official.postIds());
    values.addAll(people);
    values.add(official.userId());
    String where =
        " and (t.ASSIGNEE_ is null or t.ASSIGNEE_ in (" + marks(people) + ") or t.OWNER_ = ?)";
    return page(official.postIds(), where, values, procedure, official);
  }

  /**
   * Steps of posts that one person has taken.
   *
   * @param person account; empty for those that nobody has taken, null for all
   */
  public Page of(Collection<String> posts, String person, CurrentOfficial asking) {
    if (posts.isEmpty()) {
      return new Page(List.of(), Map.of(), 0);
    }
    List<Object> values = new ArrayList<>(posts);
    String where = "";
    if (person != null && person.isEmpty()) {
      where = " and t.ASSIGNEE_ is null";
    } else if (person != null) {
      where = " and t.ASSIGNEE_ = ?";
      values.add(person);
    }
    return page(posts, where, values, null, asking);
  }

  /** How much of the work of posts lies with whom, in one statement; empty person for nobody. */
  public List<Load> loads(Collection<String> posts) {
    if (posts.isEmpty()) {
      return List.of();
    }
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime tonight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
    java.sql.Timestamp[] moments = {
      timestamp(now),
      timestamp(now),
      timestamp(tonight),
      timestamp(tonight),
      timestamp(tonight.plusDays(3))
    };
    String runs = "c.paused_since is null and t.DUE_DATE_ ";
    List<Object> values = new ArrayList<>(List.of(moments));
    values.addAll(posts);
    return jdbc.query(
        "select t.ASSIGNEE_, count(*) as work_count"
            + sum(runs + "< ?", "late_count")
            + sum(runs + ">= ? and t.DUE_DATE_ < ?", "today_count")
            + sum(runs + ">= ? and t.DUE_DATE_ < ?", "soon_count")
            + sum("c.paused_since is not null", "paused_count")
            + FROM.formatted(marks(posts))
            + " group by t.ASSIGNEE_",
        (row, n) ->
            new Load(
                Objects.toString(row.getString(1), ""),
                row.getInt("work_count"),
                row.getInt("late_count"),
                row.getInt("today_count"),
                row.getInt("soon_count"),
                row.getInt("paused_count")),
        values.toArray());
  }

  private static String sum(String condition, String name) {
    return ", sum(case when " + condition + " then 1 else 0 end) as " + name;
  }

  private Page page(
      Collection<String> posts,
      String where,
      List<Object> values,
      String procedure,
      CurrentOfficial asking) {
    String from = FROM.formatted(marks(posts)) + where;
    if (procedure != null && !procedure.isBlank()) {
      from += " and d.procedure_code = ?";
      values.add(procedure.strip());
    }
    List<Found> found =
        jdbc.query(ROWS + from + ORDER + MOST, (row, n) -> Found.read(row), values.toArray());
    int total =
        found.size() < MOST
            ? found.size()
            : jdbc.queryForObject("select count(*)" + from, Integer.class, values.toArray());
    Map<String, String> people =
        names.of(
            found.stream()
                .flatMap(f -> Stream.of(f.assignee, f.owner))
                .filter(Objects::nonNull)
                .toList());
    Map<String, Kind> kinds = new LinkedHashMap<>();
    DueDates once = dueDates.now();
    return new Page(
        found.stream().map(f -> row(f, kinds, people, once, asking)).toList(), kinds, total);
  }

  private Row row(
      Found f,
      Map<String, Kind> kinds,
      Map<String, String> people,
      DueDates once,
      CurrentOfficial asking) {
    Step step = procedures.ofDefinition(f.definition).steps().get(f.step);
    String kind = step.act().word() + ":" + String.join(",", step.outcomes());
    kinds.computeIfAbsent(kind, k -> kind(step));
    String holder =
        f.assignee == null
            ? null
            : Names.signature(
                people, f.assignee, Objects.equals(f.owner, f.assignee) ? null : f.owner);
    return new Row(
        f.task,
        f.code,
        f.applicant,
        f.procedureCode,
        f.procedure,
        step.name(),
        kind,
        moment(f.due),
        left(f, once),
        moment(f.dossierDue),
        DossierState.valueOf(f.state).words(),
        holder,
        asking.userId().equals(f.assignee),
        inPlaceOf(f, asking),
        !f.priority.equals(Word.of(PriorityGroup.NONE)));
  }

  private static String inPlaceOf(Found f, CurrentOfficial asking) {
    String other = f.owner != null ? f.owner : f.assignee;
    return asking.standIns().stream()
        .filter(s -> s.post().equals(f.post))
        .filter(s -> other == null || other.equals(asking.userId()) || other.equals(s.person()))
        .map(StandIn::name)
        .findFirst()
        .orElse(null);
  }

  private static Kind kind(Step step) {
    return new Kind(
        step.act().word(),
        step.outcomes().stream().map(o -> outcome(step.act(), o)).toList(),
        FormWords.compulsory(step.act()),
        OWN_FORM.contains(step.act()));
  }

  private static Outcome outcome(Act act, String value) {
    Sheets.OutcomeChoice o = Sheets.outcome(act, value);
    return new Outcome(
        o.value(),
        o.words(),
        o.consequence(),
        o.needsReason(),
        o.reasons().stream().map(r -> new Choice(r.code(), r.words())).toList());
  }

  private Left left(Found f, DueDates once) {
    if (f.due == null) {
      return null;
    }
    ZoneId zone = WorkingCalendar.ZONE;
    TimeLeft left =
        once.timeLeft(
            f.created.atZone(zone),
            f.due.atZone(zone),
            ZonedDateTime.ofInstant(clock.instant(), zone),
            f.paused,
            f.lead);
    return new Left(left.state().word(), left.words());
  }

  private static String moment(Instant at) {
    return at == null ? null : Dates.moment(at.atZone(WorkingCalendar.ZONE));
  }

  private static java.sql.Timestamp timestamp(ZonedDateTime moment) {
    return java.sql.Timestamp.from(moment.toInstant());
  }

  private static String marks(Collection<String> values) {
    return values.stream().map(v -> "?").collect(Collectors.joining(","));
  }

  /** A row as the database has it. */
  private record Found(
      String task,
      String step,
      String definition,
      String assignee,
      String owner,
      String post,
      Instant due,
      Instant created,
      String code,
      String applicant,
      String procedureCode,
      String procedure,
      String state,
      String priority,
      String lead,
      Instant dossierDue,
      boolean paused) {

    static Found read(ResultSet row) throws SQLException {
      OffsetDateTime dossierDue = row.getObject("due_at", OffsetDateTime.class);
      java.sql.Timestamp due = row.getTimestamp("DUE_DATE_");
      return new Found(
          row.getString("ID_"),
          row.getString("TASK_DEF_KEY_"),
          row.getString("PROC_DEF_ID_"),
          row.getString("ASSIGNEE_"),
          row.getString("OWNER_"),
          row.getString("TENANT_ID_"),
          due == null ? null : due.toInstant(),
          row.getTimestamp("CREATE_TIME_").toInstant(),
          row.getString("code"),
          row.getString("applicant_name"),
          row.getString("procedure_code"),
          row.getString("procedure_name"),
          row.getString("state"),
          row.getString("priority"),
          row.getString("lead_unit"),
          dossierDue == null ? null : dossierDue.toInstant(),
          row.getObject("paused_since") != null);
    }
  }
}
