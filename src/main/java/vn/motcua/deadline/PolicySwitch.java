package vn.motcua.deadline;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.calendar.TimeLimit;

/**
 * A switch that the law leaves to a policy, with the form of its values. Only what some code asks
 * for stands here. A fact of the same name in a model takes its place for that procedure.
 */
enum PolicySwitch {
  SUPPLEMENT_REQUESTS("supplement.maxRequests", "count", PolicySwitch::count),
  SUPPLEMENT_REQUEST_WITHIN("supplement.requestWithin", "time", TimeLimit::parse),
  SUPPLEMENT_APPLICANT_DEADLINE("supplement.applicantDeadline", "optional", PolicySwitch::optional),
  SUPPLEMENT_CLOCK("supplement.clock", SupplementClock.class),
  SUPPLEMENT_ON_EXPIRY("supplement.onExpiry", SupplementExpiry.class),
  APOLOGY_LEAD_TIME("apology.leadTime", "time", TimeLimit::parse),
  APOLOGY_EXTENSIONS("apology.maxExtensions", "count", PolicySwitch::count),
  OBLIGATION_USUAL_TIME("financialObligation.usualTime", "optional", PolicySwitch::optional),
  CONSULT_SILENCE("consult.silence", ConsultSilence.class),
  HAND_OVER_CUTOFF("handOver.cutoff", "hour", LocalTime::parse),
  RESULT_INVITATIONS("result.invitations", "count", PolicySwitch::count),
  RESULT_INVITE_AGAIN("result.inviteAgainAfter", "time", TimeLimit::parse),
  ONLINE_ACCEPTANCE("online.acceptance", "time", TimeLimit::parse);

  /** Written where the law sets nothing. */
  private static final String NOTHING = "không";

  private final String word;
  private final String form;
  private final String choices;
  private final Function<String, Object> reader;

  PolicySwitch(String word, String form, Function<String, Object> reader) {
    this.word = word;
    this.form = form;
    this.choices = "";
    this.reader = reader;
  }

  <E extends Enum<E>> PolicySwitch(String word, Class<E> choices) {
    this.word = word;
    this.form = "choice";
    this.choices =
        Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    this.reader = text -> Enum.valueOf(choices, text);
  }

  static Optional<PolicySwitch> find(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** The name in policies.yaml and of the fact in a model. */
  String word() {
    return word;
  }

  /** Key of the text that says how a value is written, and the choices if it is one of a list. */
  String form() {
    return "policy.form." + form;
  }

  String choices() {
    return choices;
  }

  /**
   * @throws IllegalArgumentException if this is no value of the switch
   */
  Object read(String text) {
    try {
      return reader.apply(text.strip());
    } catch (DateTimeParseException noHour) {
      throw new IllegalArgumentException(text, noHour);
    }
  }

  private static Object count(String text) {
    if (!text.matches("[1-9]\\d?")) {
      throw new IllegalArgumentException(text);
    }
    return Integer.valueOf(text);
  }

  private static Object optional(String text) {
    return text.equals(NOTHING) ? Optional.empty() : Optional.of(TimeLimit.parse(text));
  }
}
