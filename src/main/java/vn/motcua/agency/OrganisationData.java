package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The shape of organisation.yaml; the file itself says what each part means. */
record OrganisationData(
    Province province,
    Map<String, Pattern> patterns,
    Map<String, List<String>> fieldGroups,
    List<Group> units,
    List<SinglePost> posts,
    List<DelegationRule> delegations,
    List<DutyRule> dutyExceptions) {

  OrganisationData {
    patterns = patterns == null ? Map.of() : patterns;
    fieldGroups = fieldGroups == null ? Map.of() : fieldGroups;
    units = orNone(units);
    posts = orNone(posts);
    delegations = orNone(delegations);
    dutyExceptions = orNone(dutyExceptions);
  }

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Units that models call {@code province} and {@code centre}. */
  record Province(String code, String unit, String centre) {}

  /** What units of one kind have in common; {@code {name}} is put in from the member. */
  record Pattern(String kind, String name, List<String> posts, List<Part> parts) {
    Pattern {
      posts = orNone(posts);
      parts = orNone(parts);
    }

    /** A template with a name put in; the name itself without a template. */
    static String named(String template, String name) {
      return template == null ? name : template.replace("{name}", String.valueOf(name));
    }
  }

  /** A unit that every unit of a pattern has: {@code <unit>-<suffix>}. */
  record Part(
      String suffix,
      String pattern,
      String name,
      String fieldGroup,
      List<String> fields,
      boolean receives,
      boolean counter) {
    Part {
      fields = orNone(fields);
    }
  }

  /**
   * Units of one pattern with the same parent, period and basis, unless a member says otherwise.
   */
  record Group(
      String pattern,
      String parent,
      LocalDate from,
      LocalDate to,
      String basis,
      List<Member> units) {
    Group {
      units = orNone(units);
    }
  }

  record Member(
      String id,
      String name,
      String code,
      String parent,
      LocalDate from,
      LocalDate to,
      String basis,
      String counter,
      String office,
      boolean difficult,
      List<Part> parts) {
    Member {
      parts = orNone(parts);
    }
  }

  /** A post made or abolished apart from its unit. */
  record SinglePost(String unit, String role, LocalDate from, LocalDate to, String basis) {}

  /** A delegation of one lead, or of all units of some kinds. */
  record DelegationRule(
      String lead,
      List<String> kinds,
      List<String> except,
      String procedures,
      String decision,
      LocalDate from,
      LocalDate to) {
    DelegationRule {
      kinds = orNone(kinds);
      except = orNone(except);
    }
  }

  /** Two acts that one person may hold in a unit. */
  record DutyRule(String unit, List<String> acts, String decision, LocalDate from, LocalDate to) {
    DutyRule {
      acts = orNone(acts);
    }
  }
}
