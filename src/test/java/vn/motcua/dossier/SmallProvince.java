package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.agency.Delegation;
import vn.motcua.agency.DutyException;
import vn.motcua.agency.NoSuchPost;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Place;
import vn.motcua.agency.Post;
import vn.motcua.agency.Role;
import vn.motcua.agency.Unit;

/** One centre, two agencies, one ward: enough of a province to receive and resolve dossiers. */
final class SmallProvince implements Organisation {

  static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";
  static final String WARD = "phuong-ha-long";
  static final String WARD_DESK = "phuong-ha-long-mot-cua";
  static final String JUSTICE = "so-tu-phap";
  static final String TRADE = "so-cong-thuong";
  static final String POLICE = "cong-an-tinh";
  static final String INSURANCE = "bao-hiem-xa-hoi-tinh";
  static final String LAND = "so-nong-nghiep-va-moi-truong";

  private static final Map<String, Unit> UNITS =
      List.of(
              new Unit(
                  CENTRE, "Trung tâm Phục vụ hành chính công", "centre", null, "H49.90", List.of()),
              new Unit(JUSTICE, "Sở Tư pháp", "agency", null, "H49.15", List.of()),
              new Unit(LAND, "Sở Nông nghiệp và Môi trường", "agency", null, "H49.10", List.of()),
              new Unit(TRADE, "Sở Công Thương", "agency", null, "H49.11", List.of()),
              new Unit(POLICE, "Công an tỉnh", "agency", null, "H49.30", List.of()),
              new Unit(INSURANCE, "Bảo hiểm xã hội tỉnh", "agency", null, "H49.31", List.of()),
              new Unit(WARD, "UBND phường Hạ Long", "commune", null, "H49.201", List.of()),
              new Unit(
                  WARD_DESK,
                  "Một cửa phường Hạ Long",
                  "commune-centre",
                  WARD,
                  "H49.201.1",
                  List.of()),
              new Unit("no-code", "Phòng không tiếp nhận", "room", WARD, null, List.of()))
          .stream()
          .collect(Collectors.toMap(Unit::id, Function.identity()));

  final List<Delegation> delegations = new CopyOnWriteArrayList<>();

  /** A post that nobody holds, for stories of what fails. */
  volatile String lost;

  final List<DutyException> exceptions = new CopyOnWriteArrayList<>();

  @Override
  public Optional<Unit> unit(String id, LocalDate day) {
    return Optional.ofNullable(id).map(UNITS::get);
  }

  @Override
  public List<Unit> units(LocalDate day) {
    return List.copyOf(UNITS.values());
  }

  @Override
  public List<Post> posts(LocalDate day) {
    List<Post> posts = new ArrayList<>();
    UNITS
        .values()
        .forEach(u -> Arrays.stream(Role.values()).forEach(r -> posts.add(new Post(u, r))));
    return posts;
  }

  @Override
  public Post post(String unit, Role role, Place place, LocalDate day) {
    String id =
        switch (unit) {
          case "reception" -> place.reception();
          case "lead" -> place.lead();
          case "commune" -> place.commune();
          case "centre" -> CENTRE;
          default -> unit.replaceFirst("^agency:", "");
        };
    return unit(id, day)
        .map(u -> new Post(u, role))
        .filter(p -> !p.id().equals(lost))
        .orElseThrow(() -> new NoSuchPost("Không có vị trí " + role.word() + " tại " + id));
  }

  @Override
  public Optional<Delegation> delegation(String lead, String procedureCode, LocalDate day) {
    return delegations.stream()
        .filter(d -> d.lead().equals(lead))
        .filter(d -> d.procedures().equals("*") || d.procedures().equals(procedureCode))
        .filter(d -> !day.isBefore(d.from()) && (d.to() == null || !day.isAfter(d.to())))
        .findFirst();
  }

  @Override
  public Optional<DutyException> dutyException(
      String unit, String actA, String actB, LocalDate day) {
    return exceptions.stream()
        .filter(e -> e.unit().equals(unit) && e.actA().equals(actA) && e.actB().equals(actB))
        .findFirst();
  }
}
