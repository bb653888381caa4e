package vn.motcua.agency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** What must hold in an organisation; the first breach is told, with its entry. */
final class OrganisationRules {

  private static final Texts TEXTS = Texts.of("agency");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** QĐ 20/2020/QĐ-TTg Điều 4: letter A–Y, two digits, then groups to the right. */
  private static final Pattern CODE = Pattern.compile("[A-Y]\\d{2}(\\.[0-9A-Z]{1,3})*");

  /** Slugs of fields are cut at whole words to this length, as the folders of processes/ are. */
  private static final int LONGEST_FIELD = 40;

  private static final Set<String> ACTS =
      Set.of("receive", "appraise", "approve", "seal", "return");

  private final String file;
  private final Structure all;
  private final Map<String, List<DatedUnit>> byId = new HashMap<>();

  OrganisationRules(String file, Structure all) {
    this.file = file;
    this.all = all;
  }

  void check() {
    all.units().forEach(this::unit);
    apart(all.units(), u -> u.unit().id(), DatedUnit::period, "overlap.unit");
    apart(
        all.units().stream().filter(u -> u.unit().code() != null).toList(),
        u -> u.unit().code(),
        DatedUnit::period,
        "overlap.code");
    all.units().forEach(u -> byId.computeIfAbsent(u.unit().id(), i -> new ArrayList<>()).add(u));
    all.units().forEach(this::related);
    exists("province", all.province().unit());
    exists("province", all.province().centre());
    rooms();
    apart(all.posts(), p -> p.unit() + "." + p.role().word(), DatedPost::period, "overlap.post");
    all.posts().forEach(this::post);
    all.delegations().forEach(d -> exists(String.valueOf(d.decision()), d.lead()));
    all.exceptions().forEach(e -> exception(e.exception()));
  }

  private void unit(DatedUnit u) {
    String id = String.valueOf(u.unit().id());
    if (!ID.matcher(id).matches()) {
      refuse("unit.id", id);
    }
    if (blank(u.unit().name()) || blank(u.unit().kind()) || blank(u.basis())) {
      refuse("unit.incomplete", id);
    }
    for (String field : u.unit().fields()) {
      if (!ID.matcher(field).matches() || field.length() > LONGEST_FIELD) {
        refuse("unit.field", id, field);
      }
    }
    String code = u.unit().code();
    if (code != null && !(CODE.matcher(code).matches() && code.startsWith(all.province().code()))) {
      refuse("unit.code", id, code, all.province().code());
    }
  }

  private <T> void apart(
      List<T> entries, Function<T, String> id, Function<T, Period> period, String key) {
    Map<String, List<Period>> seen = new HashMap<>();
    for (T entry : entries) {
      Period own = period.apply(entry);
      List<Period> others = seen.computeIfAbsent(id.apply(entry), i -> new ArrayList<>());
      if (others.stream().anyMatch(own::overlaps)) {
        refuse(key, id.apply(entry), Dates.day(own.from()));
      }
      others.add(own);
    }
  }

  private void related(DatedUnit u) {
    String id = u.unit().id();
    for (String other : new String[] {u.unit().parent(), u.counter(), u.office()}) {
      if (other != null) {
        exists(id, other);
      }
    }
    int depth = 0;
    for (String up = u.unit().parent(); up != null; up = byId.get(up).get(0).unit().parent()) {
      if (++depth > 20 || !byId.containsKey(up)) {
        refuse(depth > 20 ? "unit.circle" : "unknown.unit", id, up);
      }
    }
    if (u.unit().parent() != null && !covered(u.unit().parent(), u.period())) {
      refuse("unit.orphan", id, u.unit().parent(), Dates.day(u.period().from()));
    }
  }

  /** Within an agency a field has one room, and at most one room takes what no other names. */
  private void rooms() {
    Map<String, List<DatedUnit>> claims = new HashMap<>();
    for (DatedUnit room : all.units()) {
      if (!room.unit().kind().equals("room") || !worksForDossiers(room.unit().id())) {
        continue;
      }
      List<String> fields = room.unit().fields().isEmpty() ? List.of("*") : room.unit().fields();
      for (String field : fields) {
        List<DatedUnit> others =
            claims.computeIfAbsent(room.unit().parent() + " " + field, f -> new ArrayList<>());
        if (others.stream().anyMatch(o -> o.period().overlaps(room.period()))) {
          refuse("room.twice", room.unit().id(), others.get(0).unit().id(), field);
        }
        others.add(room);
      }
    }
  }

  private boolean worksForDossiers(String unit) {
    return all.posts().stream().anyMatch(p -> p.unit().equals(unit) && p.role() == Role.APPRAISER);
  }

  private void post(DatedPost p) {
    String id = p.unit() + "." + p.role().word();
    if (blank(p.basis())) {
      refuse("unit.incomplete", id);
    }
    exists(id, p.unit());
    if (!covered(p.unit(), p.period())) {
      refuse("post.orphan", id, p.unit(), Dates.day(p.period().from()));
    }
  }

  private void exception(DutyException e) {
    exists("dutyExceptions", e.unit());
    if (blank(e.decision()) || !ACTS.contains(e.actA()) || !ACTS.contains(e.actB())) {
      refuse("exception.acts", e.unit(), e.actA() + ", " + e.actB());
    }
    if (Set.of(e.actA(), e.actB()).equals(Set.of("appraise", "approve"))) {
      refuse("exception.never", e.unit());
    }
  }

  private boolean covered(String unit, Period period) {
    List<Period> periods = byId.get(unit).stream().map(DatedUnit::period).toList();
    return period.coveredBy(periods);
  }

  private void exists(String entry, String unit) {
    if (!byId.containsKey(String.valueOf(unit))) {
      refuse("unknown.unit", entry, unit);
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private void refuse(String key, Object... words) {
    throw new BadData(file + ": " + TEXTS.get(key, words));
  }
}
