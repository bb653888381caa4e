package vn.motcua.fee;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.access.StandIn;
import vn.motcua.dossier.Application;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.FeeBook;
import vn.motcua.dossier.FeeLine;
import vn.motcua.language.Dong;

/** Lines of what is to be paid, and the sum of what still is. */
@Component
class FeeLedger implements FeeBook {

  private static final int MOST_LINES = 50;

  private final JdbcTemplate jdbc;
  private final FeeLines lines;

  FeeLedger(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.lines = new FeeLines(jdbc);
  }

  @Override
  public Map<String, String> problems(List<Application.Fee> fees) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (fees.size() > MOST_LINES) {
      problems.put("fees", FeeWords.TEXTS.get("charge.many", fees.size(), MOST_LINES));
      return problems;
    }
    for (int i = 0; i < fees.size(); i++) {
      try {
        Charge.of(fees.get(i));
      } catch (Charge.Wrong wrong) {
        problems.put("fees[" + i + "]." + wrong.field, wrong.getMessage());
      }
    }
    return problems;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void charge(
      Dossier dossier,
      List<Application.Fee> fees,
      String post,
      CurrentOfficial official,
      Instant at) {
    List<Charge> charges = fees.stream().map(Charge::of).toList();
    String absent = absent(official, post);
    jdbc.batchUpdate(
        "insert into fee_line (dossier_code, kind, name, price, quantity, relief, relief_words,"
            + " remitted, amount, person, post, on_behalf_of, at) values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        charges.stream()
            .map(
                c ->
                    new Object[] {
                      dossier.code(),
                      c.kind().word(),
                      c.name(),
                      c.price().amount(),
                      c.quantity(),
                      c.relief() == null ? null : FeeWords.of(c.relief()),
                      c.reliefWords(),
                      c.remitted().amount(),
                      c.amount().amount(),
                      official.userId(),
                      post,
                      absent,
                      at.atOffset(ZoneOffset.UTC)
                    })
            .toList());
    owe(dossier, charges.stream().map(Charge::amount).reduce(Dong.ZERO, Dong::plus));
  }

  private void owe(Dossier dossier, Dong more) {
    if (dossier.feeOwed() != null) {
      jdbc.update(
          "update fee_balance set owed = owed + ? where dossier_code = ?",
          more.amount(),
          dossier.code());
      return;
    }
    try {
      jdbc.update(
          "insert into fee_balance (dossier_code, unit, owed) values (?,?,?)",
          dossier.code(),
          dossier.place().reception(),
          more.amount());
    } catch (DuplicateKeyException chargedMeanwhile) {
      throw FeeWords.refused("meanwhile", dossier.code());
    }
  }

  /** Remits a part of a line, or all of it; false if somebody was quicker. */
  boolean remit(
      Dossier dossier,
      FeeLine line,
      Relief relief,
      Dong remitted,
      String words,
      String post,
      CurrentOfficial official,
      Instant at) {
    boolean mine =
        jdbc.update(
                "update fee_balance set owed = owed - ? where dossier_code = ? and owed = ?",
                remitted.amount(),
                dossier.code(),
                dossier.feeOwed())
            == 1;
    if (mine) {
      jdbc.update(
          "insert into fee_line (dossier_code, kind, name, price, quantity, relief, relief_words,"
              + " remitted, amount, corrects, person, post, on_behalf_of, at)"
              + " select dossier_code, kind, name, 0, 1, ?, ?, ?, ?, id, ?, ?, ?, ? from fee_line"
              + " where id = ?",
          FeeWords.of(relief),
          words,
          remitted.amount(),
          -remitted.amount(),
          official.userId(),
          post,
          absent(official, post),
          at.atOffset(ZoneOffset.UTC),
          line.id());
    }
    return mine;
  }

  /** Takes what is owed off, if it is still what the official saw. */
  boolean settle(String code, Dong expected) {
    return jdbc.update(
            "update fee_balance set owed = 0 where dossier_code = ? and owed = ?",
            code,
            expected.amount())
        == 1;
  }

  /** What a wrong receipt was for is owed again. */
  void reopen(String code, Dong amount) {
    jdbc.update(
        "update fee_balance set owed = owed + ? where dossier_code = ?", amount.amount(), code);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Dong lock(String code) {
    return new Dong(
        jdbc.queryForObject(
            "select owed from fee_balance where dossier_code = ? for update", Long.class, code));
  }

  @Override
  public List<FeeLine> lines(String code) {
    return lines.of(code);
  }

  static String absent(CurrentOfficial official, String post) {
    return official.standsIn(post).map(StandIn::person).orElse(null);
  }
}
