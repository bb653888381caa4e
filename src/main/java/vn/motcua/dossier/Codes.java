package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.agency.Unit;

/**
 * Codes of dossiers: {@code <agency identifier>-YYMMDD-<ordinal>}, the ordinal of the day at the
 * receiving unit in four digits, wider after 9999 (TT 01/2018 Điều 19, QĐ 20/2020). The ordinal is
 * taken in the transaction that receives the dossier: if it rolls back, the ordinal is free again,
 * so there is no gap; the row stays locked until then, so none is given twice, on any number of
 * nodes.
 */
@Component
class Codes {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final JdbcTemplate jdbc;
  private final TransactionTemplate savepoint;

  Codes(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  String next(Unit unit, LocalDate day) {
    if (!count(unit, day)) {
      begin(unit, day);
      count(unit, day);
    }
    Integer ordinal =
        jdbc.queryForObject(
            "select last_no from dossier_counter where unit = ? and on_day = ?",
            Integer.class,
            unit.id(),
            day);
    return String.format(Locale.ROOT, "%s-%s-%04d", unit.code(), DAY.format(day), ordinal);
  }

  private boolean count(Unit unit, LocalDate day) {
    return jdbc.update(
            "update dossier_counter set last_no = last_no + 1 where unit = ? and on_day = ?",
            unit.id(),
            day)
        > 0;
  }

  /** The first of the day; another node may be first, which a savepoint survives. */
  private void begin(Unit unit, LocalDate day) {
    try {
      savepoint.executeWithoutResult(
          status ->
              jdbc.update(
                  "insert into dossier_counter (unit, on_day, last_no) values (?, ?, 0)",
                  unit.id(),
                  day));
    } catch (DuplicateKeyException alreadyBegun) {
      // The row is there, which is all that was wanted.
    }
  }
}
