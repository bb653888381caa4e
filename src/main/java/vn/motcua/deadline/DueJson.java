package vn.motcua.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import vn.motcua.calendar.ReckonedDay;
import vn.motcua.calendar.Reckoning;
import vn.motcua.language.CodeWord;
import vn.motcua.language.Texts;

/** The answer of {@code due} for a program: one object, moments in ISO 8601 with offset. */
final class DueJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DueJson() {}

  static String of(DueQuestion answer) {
    ObjectNode object = JSON.createObjectNode();
    Reckoning promised = answer.promised();
    object.put("due", iso(promised.due()));
    object.put("from", iso(promised.from()));
    object.put("limit", promised.limit().toString());
    object.put("unit", answer.unit());
    object.put("calendar", answer.calendarName());
    if (answer.procedure() != null) {
      object.put("procedure", answer.procedure().code());
      object.put("procedureName", answer.procedure().name());
    }
    if (!answer.caseId().isEmpty()) {
      object.put("case", answer.caseId());
      object.put("caseName", answer.caseName());
    }
    if (answer.procedure() != null) {
      Reckoning statutory = answer.statutory() == null ? promised : answer.statutory();
      object.put("statutoryLimit", statutory.limit().toString());
      object.put("statutoryDue", iso(statutory.due()));
    }
    object.put("summary", promised.summary());
    ArrayNode days = object.putArray("days");
    promised.days().forEach(day -> days.add(day(promised, day)));
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode day(Reckoning reckoning, ReckonedDay day) {
    ObjectNode object = JSON.createObjectNode();
    object.put("date", day.date().toString());
    object.put("kind", CodeWord.of(day.kind()));
    object.put("role", CodeWord.of(day.role()));
    object.put("counts", day.counts());
    if (day.ordinal() > 0) {
      object.put("ordinal", day.ordinal());
    }
    if (!day.used().isZero()) {
      object.put("minutes", day.used().toMinutes());
    }
    if (!day.name().isEmpty()) {
      object.put("name", day.name());
    }
    if (!day.basis().isEmpty()) {
      object.put("basis", day.basis());
    }
    if (day.estimated()) {
      object.put("estimated", true);
    }
    object.put("words", reckoning.words(day, Texts.VIETNAMESE));
    return object;
  }

  /** {@code 2026-02-27T17:00:00+07:00}. */
  static String iso(ZonedDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.from(moment));
  }
}
