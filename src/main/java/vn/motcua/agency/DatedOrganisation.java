package vn.motcua.agency;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.motcua.language.DataFile;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** The organisation of organisation.yaml, checked, with one view for every stretch of days. */
final class DatedOrganisation implements Organisation {

  private static final Texts TEXTS = Texts.of("agency");

  private final Structure structure;
  private final NavigableMap<LocalDate, DayView> views = new TreeMap<>();

  private DatedOrganisation(Structure structure) {
    this.structure = structure;
    views.put(LocalDate.MIN, new DayView(structure, LocalDate.MIN));
    Stream.concat(
            structure.units().stream().map(DatedUnit::period),
            structure.posts().stream().map(DatedPost::period))
        .flatMap(p -> Stream.of(p.from(), p.to() == null ? p.from() : p.to().plusDays(1)))
        .distinct()
        .forEach(day -> views.put(day, new DayView(structure, day)));
  }

  /**
   * Reads an organisation; the stream stays open.
   *
   * @throws vn.motcua.language.BadData in Vietnamese, naming the entry that does not fit
   */
  static DatedOrganisation read(InputStream in, String file) {
    OrganisationData data = DataFile.read(in, file, OrganisationData.class);
    Structure structure = new Expansion(file, data).expand();
    new Powers(file, structure).add(data);
    new OrganisationRules(file, structure).check();
    return new DatedOrganisation(structure);
  }

  @Override
  public Optional<Unit> unit(String id, LocalDate day) {
    return on(day).unit(id);
  }

  @Override
  public List<Unit> units(LocalDate day) {
    return on(day).units();
  }

  @Override
  public List<Post> posts(LocalDate day) {
    return on(day).posts();
  }

  @Override
  public boolean difficultArea(String unit, LocalDate day) {
    return on(day).difficult(unit);
  }

  @Override
  public Post post(String unit, Role role, Place place, LocalDate day) {
    DayView view = on(day);
    String id = view.unitOf(unit, place);
    if (id == null) {
      throw new NoSuchPost(TEXTS.get("post.noUnit", unit, role.label()));
    }
    return view.post(id, role, place.field())
        .orElseThrow(
            () -> new NoSuchPost(TEXTS.get("post.none", role.label(), id, Dates.day(day))));
  }

  @Override
  public Optional<Delegation> delegation(String lead, String procedureCode, LocalDate day) {
    return structure.delegations().stream()
        .filter(d -> d.lead().equals(lead) && new Period(d.from(), d.to()).covers(day))
        .filter(d -> includes(d.procedures(), procedureCode))
        .findFirst();
  }

  private static boolean includes(String procedures, String code) {
    return procedures.equals("*") || Arrays.asList(procedures.split("[,;\\s]+")).contains(code);
  }

  @Override
  public Optional<DutyException> dutyException(
      String unit, String actA, String actB, LocalDate day) {
    DayView view = on(day);
    return structure.exceptions().stream()
        .filter(e -> e.period().covers(day) && view.isWithin(unit, e.exception().unit()))
        .map(Structure.DatedException::exception)
        .filter(
            e ->
                e.actA().equals(actA) && e.actB().equals(actB)
                    || e.actA().equals(actB) && e.actB().equals(actA))
        .findFirst();
  }

  private DayView on(LocalDate day) {
    return views.floorEntry(day).getValue();
  }
}
