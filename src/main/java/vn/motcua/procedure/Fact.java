package vn.motcua.procedure;

import static vn.motcua.procedure.FactForm.oneOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every property that may stand in a model, where, and how it is written: docs/design/facts.md as
 * code. A property that is not here is refused, so that a slip of the pen is seen.
 */
enum Fact {
  CODE(Place.PROCEDURE, "code", FactForm.CODE),
  FULL_NAME(Place.PROCEDURE, "fullName", FactForm.atMost(2000)),
  FIELD(Place.PROCEDURE, "field", FactForm.TEXT),
  MINISTRY(Place.PROCEDURE, "ministry", FactForm.TEXT),
  LEVEL(Place.PROCEDURE, "level", oneOf("tinh", "xa", "tinh+xa")),
  AGENCY(Place.PROCEDURE, "agency", FactForm.WORD),
  AGENCY_BASIS(Place.PROCEDURE, "agencyBasis", oneOf("source", "inferred")),
  LIMIT(Place.PROCEDURE, "limit", FactForm.TIME),
  LIMIT_TEXT(Place.PROCEDURE, "limitText", FactForm.TEXT),
  COMMITTED(Place.PROCEDURE, "committed", FactForm.TIME),
  DIFFICULT_LIMIT(Place.PROCEDURE, "difficultLimit", FactForm.TIME),
  DIFFICULT_LIMIT_TEXT(Place.PROCEDURE, "difficultLimitText", FactForm.TEXT),
  CASE_NAME(Place.PROCEDURE, "case.*.name", FactForm.TEXT),
  CASE_LIMIT(Place.PROCEDURE, "case.*.limit", FactForm.TIME),
  CASE_COMMITTED(Place.PROCEDURE, "case.*.committed", FactForm.TIME),
  CASE_DIFFICULT_LIMIT(Place.PROCEDURE, "case.*.difficultLimit", FactForm.TIME),
  CASE_FEE(Place.PROCEDURE, "case.*.fee", FactForm.TEXT),
  FEE(Place.PROCEDURE, "fee", FactForm.TEXT),
  ONLINE(Place.PROCEDURE, "online", oneOf("toan_trinh", "mot_phan", "khong")),
  DOCUMENTS(Place.PROCEDURE, "documents", FactForm.LINES),
  RESULT(Place.PROCEDURE, "result", FactForm.TEXT),
  RESULT_NAME(Place.PROCEDURE, "result.*.name", FactForm.TEXT),
  RESULT_UNIT(Place.PROCEDURE, "result.*.unit", FactForm.UNIT),
  RESULT_LIMIT(Place.PROCEDURE, "result.*.limit", FactForm.TIME),
  LEGAL_BASIS(Place.PROCEDURE, "legalBasis", FactForm.LINES),
  FAMILY(
      Place.PROCEDURE,
      "family",
      oneOf(
          "on-the-spot",
          "desk-appraisal",
          "field-inspection",
          "council",
          "parallel-consultation",
          "decided-by-province",
          "forwarded-to-ministry",
          "commune-then-province",
          "land-with-tax",
          "business-registration",
          "electricity",
          "public-service-unit",
          "linked-group",
          "notice-only",
          "own-route")),
  ROUTE_BASIS(Place.PROCEDURE, "routeBasis", oneOf("proposal", "decision")),
  DECISION(Place.PROCEDURE, "decision", FactForm.TEXT),
  EFFECTIVE_FROM(Place.PROCEDURE, "effectiveFrom", FactForm.DAY),
  ON_SPOT(Place.PROCEDURE, "onSpot", oneOf("5", "4")),
  SUPPLEMENT_CLOCK(Place.PROCEDURE, "supplement.clock", oneOf("RESTART", "PAUSE", "EXTEND")),
  SUPPLEMENT_REQUESTS(Place.PROCEDURE, "supplement.maxRequests", FactForm.COUNT),
  SUPPLEMENT_REQUEST_WITHIN(Place.PROCEDURE, "supplement.requestWithin", FactForm.TIME),
  SUPPLEMENT_APPLICANT_DEADLINE(Place.PROCEDURE, "supplement.applicantDeadline", FactForm.TIME),
  SUPPLEMENT_ON_EXPIRY(Place.PROCEDURE, "supplement.onExpiry", oneOf("REFUSE", "STOP", "REMIND")),
  CONSULT_SILENCE(Place.PROCEDURE, "consult.silence", oneOf("CONSENT", "REMIND", "ESCALATE")),
  MISSING(Place.PROCEDURE, "missing", FactForm.LINES),
  IMPORTED(Place.PROCEDURE, "imported", FactForm.DIGEST),

  ACT(Place.STEP, "act", oneOf(Stream.of(Act.values()).map(Act::word).toArray(String[]::new))),
  ROLE(
      Place.STEP,
      "role",
      oneOf(
          "counter-clerk",
          "head-of-room",
          "appraiser",
          "approver",
          "seal-clerk",
          "return-clerk",
          "partner")),
  UNIT(Place.STEP, "unit", FactForm.UNIT),
  ALLOWANCE(Place.STEP, "allowance", FactForm.TIME),
  CASE_ALLOWANCE(Place.STEP, "allowance.*", FactForm.TIME),
  DIFFICULT_ALLOWANCE(Place.STEP, "difficultAllowance", FactForm.TIME),
  DIFFICULT_CASE_ALLOWANCE(Place.STEP, "difficultAllowance.*", FactForm.TIME),
  PHASE(Place.STEP, "phase", FactForm.TEXT),
  UNIT_NAME(Place.STEP, "unitName", FactForm.TEXT),
  STEP_RESULT(Place.STEP, "result", FactForm.WORD),
  EXCLUDED(Place.STEP, "excluded", oneOf("true")),

  CLOCK(Place.CALL, "clock", oneOf("stopped")),
  REASON(Place.CALL, "reason", FactForm.TEXT),
  WAIT(Place.CALL, "wait", FactForm.TEXT);

  /** What a fact is about, and so on which elements it may stand. */
  enum Place {
    PROCEDURE,
    STEP,
    CALL
  }

  private static final Map<Place, Map<String, Fact>> BY_NAME = new EnumMap<>(Place.class);
  private static final List<Fact> BY_CASE = new ArrayList<>();

  static {
    for (Fact fact : values()) {
      if (fact.pattern == null) {
        BY_NAME.computeIfAbsent(fact.place, p -> new HashMap<>()).put(fact.property, fact);
      } else {
        BY_CASE.add(fact);
      }
    }
  }

  private final Place place;
  private final String property;
  private final FactForm form;
  private final Pattern pattern;

  Fact(Place place, String property, FactForm form) {
    this.place = place;
    this.property = property;
    this.form = form;
    this.pattern =
        property.contains("*")
            ? Pattern.compile(property.replace(".", "\\.").replace("*", "[a-z0-9]+(?:-[a-z0-9]+)*"))
            : null;
  }

  /** The fact that this property states at this place, if it is one. */
  static Optional<Fact> find(Place place, String property) {
    Fact plain = BY_NAME.get(place).get(property);
    if (plain != null || property.indexOf('.') < 0) {
      return Optional.ofNullable(plain);
    }
    return BY_CASE.stream()
        .filter(fact -> fact.place == place && fact.pattern.matcher(property).matches())
        .findFirst();
  }

  /** The facts that may stand at a place. */
  static List<Fact> at(Place place) {
    return Arrays.stream(values()).filter(fact -> fact.place == place).toList();
  }

  /** Name of the property; {@code *} stands for the id of a case or of a result. */
  String property() {
    return property;
  }

  FactForm form() {
    return form;
  }
}
