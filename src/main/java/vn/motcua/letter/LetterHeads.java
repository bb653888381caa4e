package vn.motcua.letter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Unit;
import vn.motcua.letter.LetterData.HeadData;
import vn.motcua.letter.Parts.HeadPart;

/** The head of a letter, by the names that units have on its day. */
@Component
class LetterHeads {

  private final Organisation organisation;
  private final Forms forms;

  LetterHeads(Organisation organisation, Forms forms) {
    this.organisation = organisation;
    this.forms = forms;
  }

  /**
   * @param name what the unit was called when the dossier was received, for one that is gone
   */
  HeadPart of(String unit, String name, LocalDate day) {
    Optional<Unit> found = organisation.unit(unit, day);
    return new HeadPart(
        found.flatMap(u -> superior(u, day)).map(Unit::name).orElse(null),
        found.map(Unit::name).orElse(name),
        inherited(unit, day, HeadData::place),
        inherited(unit, day, HeadData::phone),
        inherited(unit, day, HeadData::lookUp));
  }

  /** The sign of an agency in the number of a document; null if the data have none. */
  String sign(String unit) {
    return forms.head(unit).map(HeadData::sign).orElse(null);
  }

  String name(String unit, LocalDate day) {
    return organisation.unit(unit, day).map(Unit::name).orElse(null);
  }

  /** A commune stands under nobody in the head of a letter (NĐ 30/2020/NĐ-CP, Phụ lục I). */
  private Optional<Unit> superior(Unit unit, LocalDate day) {
    return unit.kind().equals("commune") ? Optional.empty() : parent(unit, day);
  }

  private Optional<Unit> parent(Unit unit, LocalDate day) {
    return Optional.ofNullable(unit.parent()).flatMap(id -> organisation.unit(id, day));
  }

  private String inherited(String unit, LocalDate day, Function<HeadData, String> what) {
    Optional<String> own = forms.head(unit).map(what);
    return own.orElseGet(
        () ->
            organisation
                .unit(unit, day)
                .flatMap(u -> parent(u, day))
                .map(parent -> inherited(parent.id(), day, what))
                .orElse(null));
  }
}
