package vn.motcua.letter;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of letters, from 1, per unit, book and year (NĐ 30/2020/NĐ-CP Điều 15). A number is taken
 * in the transaction that stores the letter: if it rolls back, the number is free again; the row
 * stays locked until then, so none is given twice, on any number of nodes.
 */
@Component
class LetterNumbers {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate savepoint;

  LetterNumbers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  int next(String unit, String book, int year) {
    if (!count(unit, book, year)) {
      begin(unit, book, year);
      count(unit, book, year);
    }
    return jdbc.queryForObject(
        "select last_no from letter_counter where unit = ? and book = ? and book_year = ?",
        Integer.class,
        unit,
        book,
        year);
  }

  private boolean count(String unit, String book, int year) {
    return jdbc.update(
            "update letter_counter set last_no = last_no + 1"
                + " where unit = ? and book = ? and book_year = ?",
            unit,
            book,
            year)
        > 0;
  }

  /** The first of the year; another node may be first, which a savepoint survives. */
  private void begin(String unit, String book, int year) {
    try {
      savepoint.executeWithoutResult(
          status ->
              jdbc.update(
                  "insert into letter_counter (unit, book, book_year, last_no) values (?, ?, ?, 0)",
                  unit,
                  book,
                  year));
    } catch (DuplicateKeyException alreadyBegun) {
      // The row is there, which is all that was wanted.
    }
  }
}
