package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;

/**
 * What the register can tell a counter clerk: who a person is by earlier dossiers of the own
 * counters, whether the same matter of the same person is open anywhere, and what the own counters
 * receive today.
 */
@Component
class KnownPeople {

  private static final int MOST_SHOWN = 10;

  private final JdbcTemplate jdbc;

  KnownPeople(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A person as a dossier has it. */
  record Known(Application.Person person, String code, Instant receivedAt) {}

  /** A dossier that is open; what it is about the clerk has asked by. */
  record Open(String code, String reception, Instant receivedAt, String stateWords) {}

  /** As the newest dossier has it that one of these units received. */
  Optional<Known> known(String identityNumber, Set<String> units) {
    return Stream.of("applicant", "owner")
        .flatMap(who -> newest(who, identityNumber, units).stream())
        .max((one, other) -> one.receivedAt().compareTo(other.receivedAt()));
  }

  private Optional<Known> newest(String who, String identityNumber, Set<String> units) {
    String others = who.equals("owner") ? " and owner_id_number <> applicant_id_number" : "";
    List<Object> values = new ArrayList<>(List.of(identityNumber));
    values.addAll(units);
    RowMapper<Known> row = (r, n) -> known(r, who + "_");
    return jdbc
        .query(
            "select * from dossier where "
                + who
                + "_id_number = ?"
                + others
                + " and reception_unit in ("
                + marks(units)
                + ") order by received_at desc fetch first 1 row only",
            row,
            values.toArray())
        .stream()
        .findFirst();
  }

  private static Known known(ResultSet row, String whose) throws SQLException {
    return new Known(
        new Application.Person(
            row.getString(whose + "name"),
            row.getString(whose + "kind"),
            row.getString(whose + "id_kind"),
            row.getString(whose + "id_number"),
            row.getString(whose + "phone"),
            row.getString(whose + "email"),
            row.getString(whose + "address")),
        row.getString("code"),
        at(row));
  }

  /** Open dossiers of a procedure about the matter of this person, wherever received. */
  List<Open> open(String procedureCode, String identityNumber) {
    String open = " and procedure_code = ? and returned_at is null and ended_at is null";
    return jdbc.query(
        "select code, reception_name, received_at, state from dossier"
            + " where applicant_id_number = ? and owner_id_number = applicant_id_number"
            + open
            + " union all select code, reception_name, received_at, state from dossier"
            + " where owner_id_number = ? and owner_id_number <> applicant_id_number"
            + open
            + " order by 3",
        (row, n) ->
            new Open(
                row.getString("code"),
                row.getString("reception_name"),
                at(row),
                DossierState.valueOf(row.getString("state")).words()),
        identityNumber,
        procedureCode,
        identityNumber,
        procedureCode);
  }

  /** Codes of the procedures that these units received on a day, the most frequent first. */
  List<String> receivedOn(LocalDate day, Set<String> units) {
    List<Object> values = new ArrayList<>(units);
    values.add(Register.utc(day.atStartOfDay(WorkingCalendar.ZONE).toInstant()));
    return jdbc.queryForList(
        "select procedure_code from dossier where reception_unit in ("
            + marks(units)
            + ") and received_at >= ? group by procedure_code"
            + " order by count(*) desc, max(received_at) desc fetch first "
            + MOST_SHOWN
            + " rows only",
        String.class,
        values.toArray());
  }

  private static String marks(Set<String> units) {
    return String.join(",", Collections.nCopies(units.size(), "?"));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("received_at", OffsetDateTime.class).toInstant();
  }
}
