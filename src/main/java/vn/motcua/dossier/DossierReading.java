package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.language.Texts;

/**
 * The register as other rooms may read it: always in the name of a person, and only what that
 * person may know of. Safe for use by many threads.
 */
@Service
public class DossierReading {

  private static final Texts TEXTS = Texts.of("dossier");

  private final Register register;
  private final LinkedResults linked;
  private final DossierAccess access;
  private final EngineRights engine;
  private final FeeBook fees;

  DossierReading(
      Register register,
      LinkedResults linked,
      DossierAccess access,
      EngineRights engine,
      FeeBook fees) {
    this.register = register;
    this.linked = linked;
    this.access = access;
    this.fees = fees;
    this.engine = engine;
  }

  /**
   * A dossier with its papers and acts.
   *
   * @throws UnknownDossier if there is none, or the official may not know of it
   */
  public WholeDossier whole(String code, CurrentOfficial official) {
    return engine.lent(
        () -> {
          DossierFile file =
              register
                  .open(code)
                  .filter(f -> access.mayRead(f, official))
                  .orElseThrow(() -> new UnknownDossier(code));
          // Most dossiers cost nothing, and so ask nothing here.
          List<FeeLine> lines = file.asRead().feeOwed() == null ? List.of() : fees.lines(code);
          return new WholeDossier(
              file.asRead(), register.papers(code), file.acts(), linked.of(file.asRead()), lines);
        });
  }

  /** How many dossiers a unit received in a period, both days included; asks for no right. */
  public int countReceived(String unit, LocalDate from, LocalDate to) {
    ZoneId zone = WorkingCalendar.ZONE;
    return register.countReceived(
        unit, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /**
   * What a unit received in a period, both days included, as the register book has it.
   *
   * @param from day of the same year as {@code to}: a book is of one year
   * @throws NotAllowed if the official neither works in the unit nor watches over all
   */
  public List<RegisterRow> received(
      String unit, LocalDate from, LocalDate to, CurrentOfficial official) {
    if (!access.mayReadRegister(unit, official)) {
      throw new NotAllowed(TEXTS.get("register.not-yours", unit));
    }
    int before = countReceived(unit, from.withDayOfYear(1), from.minusDays(1));
    ZoneId zone = WorkingCalendar.ZONE;
    return register.received(
        unit,
        from.atStartOfDay(zone).toInstant(),
        to.plusDays(1).atStartOfDay(zone).toInstant(),
        before);
  }
}
