package vn.motcua.agency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.agency.OrganisationData.Group;
import vn.motcua.agency.OrganisationData.Member;
import vn.motcua.agency.OrganisationData.Part;
import vn.motcua.agency.OrganisationData.Pattern;
import vn.motcua.language.BadData;
import vn.motcua.language.Texts;

/** Writes out the patterns of organisation.yaml: every unit with its parts and posts. */
final class Expansion {

  private static final Texts TEXTS = Texts.of("agency");

  private final String file;
  private final OrganisationData data;
  private final Structure structure;

  Expansion(String file, OrganisationData data) {
    this.file = file;
    this.data = data;
    this.structure = Structure.empty(data.province());
  }

  Structure expand() {
    data.units().forEach(group -> group.units().forEach(member -> unit(group, member)));
    data.posts()
        .forEach(
            p -> {
              String name = p.unit() + "." + p.role();
              structure
                  .posts()
                  .add(
                      new DatedPost(
                          p.unit(),
                          role(p.role(), name),
                          Period.of(file, name, p.from(), p.to()),
                          p.basis()));
            });
    return structure;
  }

  private void unit(Group group, Member member) {
    Pattern pattern = pattern(group.pattern(), member.id());
    Period period =
        Period.of(
            file,
            member.id(),
            member.from() != null ? member.from() : group.from(),
            member.to() != null ? member.to() : group.to());
    String basis = member.basis() != null ? member.basis() : group.basis();
    Map<String, Part> parts = new LinkedHashMap<>();
    pattern.parts().forEach(p -> parts.put(p.suffix(), p));
    member.parts().forEach(p -> parts.put(p.suffix(), p));
    boolean partReceives = parts.values().stream().anyMatch(Part::receives);
    String counter =
        parts.values().stream()
            .filter(Part::counter)
            .map(p -> member.id() + "-" + p.suffix())
            .findFirst()
            .orElse(member.counter());
    add(
        new Unit(
            member.id(),
            Pattern.named(pattern.name(), member.name()),
            pattern.kind(),
            member.parent() != null ? member.parent() : group.parent(),
            partReceives ? null : member.code(),
            List.of()),
        pattern,
        new DatedUnit(null, period, basis, counter, member.office(), member.difficult()));
    parts.values().forEach(part -> part(member, part, period, basis));
  }

  private void part(Member of, Part part, Period period, String basis) {
    String id = of.id() + "-" + part.suffix();
    Pattern pattern = pattern(part.pattern() == null ? "room" : part.pattern(), id);
    Unit unit =
        new Unit(
            id,
            Pattern.named(part.name(), of.name()),
            pattern.kind(),
            of.id(),
            part.receives() ? of.code() : null,
            fields(part, id));
    add(unit, pattern, new DatedUnit(null, period, basis, null, null, false));
  }

  private void add(Unit unit, Pattern pattern, DatedUnit d) {
    structure
        .units()
        .add(new DatedUnit(unit, d.period(), d.basis(), d.counter(), d.office(), d.difficult()));
    for (String role : pattern.posts()) {
      structure.posts().add(new DatedPost(unit.id(), role(role, unit.id()), d.period(), d.basis()));
    }
  }

  private List<String> fields(Part part, String id) {
    if (part.fieldGroup() == null) {
      return part.fields();
    }
    List<String> fields = data.fieldGroups().get(part.fieldGroup());
    if (fields == null) {
      refuse("unknown.fieldGroup", id, part.fieldGroup());
    }
    return fields;
  }

  private Pattern pattern(String name, String of) {
    Pattern pattern = data.patterns().get(name);
    if (pattern == null) {
      refuse("unknown.pattern", of, name);
    }
    return pattern;
  }

  private Role role(String word, String of) {
    try {
      return Role.of(word);
    } catch (IllegalArgumentException e) {
      throw new BadData(file + ": " + TEXTS.get("unknown.role", of, word));
    }
  }

  private void refuse(String key, Object... words) {
    throw new BadData(file + ": " + TEXTS.get(key, words));
  }
}
