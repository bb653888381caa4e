package vn.motcua.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.DocumentBook;

/** Numbers of results, in one row with the documents of the agency that are letters. */
@Component
class DocumentNumbering implements DocumentBook {

  private final LetterNumbers numbers;
  private final LetterHeads heads;
  private final LetterStore store;
  private final JdbcTemplate jdbc;

  DocumentNumbering(
      LetterNumbers numbers, LetterHeads heads, LetterStore store, JdbcTemplate jdbc) {
    this.numbers = numbers;
    this.heads = heads;
    this.store = store;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String unit, String kind, String code, String person, Instant at) {
    int year = LocalDate.ofInstant(at, WorkingCalendar.ZONE).getYear();
    int number = numbers.next(unit, Form.DOCUMENTS, year);
    String text = Form.numberText(number, kind, heads.sign(unit));
    jdbc.update(
        "insert into document_number (unit, book_year, number, number_text, kind, dossier_code,"
            + " given_to, given_at) values (?,?,?,?,?,?,?,?)",
        unit,
        year,
        number,
        text,
        kind,
        code,
        person,
        at.atOffset(ZoneOffset.UTC));
    return text;
  }

  @Override
  public Optional<String> ofLetter(String code, String form) {
    return store.ofDossier(code).stream()
        .filter(letter -> letter.form().equals(form) && letter.number() != null)
        .map(Letter::number)
        .reduce((first, second) -> second);
  }
}
