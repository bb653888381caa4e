package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Place;
import vn.motcua.agency.Unit;
import vn.motcua.dossier.FieldProblems.Collector;
import vn.motcua.language.Accentless;
import vn.motcua.language.Texts;
import vn.motcua.procedure.Procedure;

/** Every field of an application, checked; all problems of one application come together. */
final class ApplicationChecks {

  private static final Texts TEXTS = Texts.of("dossier");
  private static final Pattern PERSON_NAME = Pattern.compile("[\\p{L}\\p{M} .'’()-]{2,255}");
  private static final Pattern PHONE = Pattern.compile("0\\d{9}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
  private static final int MOST_COPIES = 999;

  private final Organisation organisation;
  private final FeeBook fees;
  private final LocalDate day;
  private final Collector problems = new Collector();

  ApplicationChecks(Organisation organisation, FeeBook fees, LocalDate day) {
    this.organisation = organisation;
    this.fees = fees;
    this.day = day;
  }

  /** What the register needs, once nothing is wrong. */
  record Checked(
      Unit reception,
      Unit lead,
      Place place,
      Application.Person applicant,
      Application.Person owner,
      Channel channel,
      PriorityGroup priority,
      ReturnWay returnWay,
      String content,
      String caseId,
      List<Application.Paper> papers) {}

  /**
   * @param procedure null if the code is unknown
   * @throws FieldProblems if anything is wrong
   */
  Checked check(Application a, Procedure procedure, CurrentOfficial official) {
    if (procedure == null) {
      problem("procedureCode", "unknown", blank(a.procedureCode()) ? "–" : a.procedureCode());
    }
    Unit reception = reception(a, official);
    Unit lead = procedure == null ? null : lead(a, procedure, reception);
    String caseId = procedure == null ? "" : caseOf(a, procedure);
    Channel channel = word(Channel.class, "channel", a.channel(), null);
    PriorityGroup priority =
        word(PriorityGroup.class, "priority", a.priority(), PriorityGroup.NONE);
    ReturnWay way = word(ReturnWay.class, "returnWay", a.returnWay(), null);
    Application.Person applicant = person("applicant", a.applicant(), true);
    Application.Person owner = a.owner() == null ? applicant : person("owner", a.owner(), false);
    if (way == ReturnWay.ONLINE && applicant != null && applicant.email() == null) {
      problem("applicant.email", "needed-online");
    }
    String content = stripped(a.content());
    if (content != null && content.length() > 2000) {
      problem("content", "too-long", 2000);
    }
    List<Application.Paper> papers = papers(a.papers());
    fees.problems(a.fees()).forEach(problems::add);
    problems.refuseIfAny();
    Place place =
        new Place(
            reception.id(), lead.id(), commune(a, reception), Accentless.slug(procedure.field()));
    return new Checked(
        reception, lead, place, applicant, owner, channel, priority, way, content, caseId, papers);
  }

  private Unit reception(Application a, CurrentOfficial official) {
    Set<String> mine = CounterUnits.needed(official);
    String id =
        blank(a.receptionUnit()) && mine.size() == 1
            ? mine.iterator().next()
            : stripped(a.receptionUnit());
    if (id == null) {
      problem("receptionUnit", "missing");
      return null;
    }
    if (!mine.contains(id)) {
      problem("receptionUnit", "not-yours", id);
      return null;
    }
    Optional<Unit> unit = organisation.unit(id, day);
    if (unit.isEmpty() || unit.get().code() == null) {
      problem("receptionUnit", "receives-nothing", id);
      return null;
    }
    return unit.get();
  }

  private Unit lead(Application a, Procedure procedure, Unit reception) {
    String level = stripped(a.level());
    List<String> levels = procedure.levels();
    if (level == null && levels.size() == 1) {
      level = levels.get(0);
    }
    if (level == null) {
      problem("level", "missing");
      return null;
    }
    if (!levels.contains(level)) {
      problem("level", "not-here", level);
      return null;
    }
    String commune = commune(a, reception);
    boolean known =
        commune != null
            && organisation.unit(commune, day).filter(u -> "commune".equals(u.kind())).isPresent();
    if (commune != null && !known) {
      problem("commune", "unknown", commune);
      return null;
    }
    boolean atCommune = level.equals("xa") || procedure.agency().equals("ubnd-xa");
    if (atCommune && commune == null) {
      problem("commune", "missing");
      return null;
    }
    String lead = atCommune ? commune : procedure.agency();
    Optional<Unit> unit = organisation.unit(lead, day);
    if (unit.isEmpty()) {
      problem("procedureCode", "no-lead", lead);
    }
    return unit.orElse(null);
  }

  /** Written down, or else the commune of the counter that receives. */
  private static String commune(Application a, Unit reception) {
    String written = stripped(a.commune());
    return written == null && reception != null && "commune-centre".equals(reception.kind())
        ? reception.parent()
        : written;
  }

  private String caseOf(Application a, Procedure procedure) {
    String id = blank(a.caseId()) ? "" : a.caseId().strip();
    if (procedure.caseOf(id).isEmpty()) {
      problem("caseId", id.isEmpty() ? "missing" : "unknown", id);
    }
    return id;
  }

  private <E extends Enum<E>> E word(Class<E> list, String field, String word, E otherwise) {
    if (blank(word)) {
      if (otherwise == null) {
        problem(field, "missing");
      }
      return otherwise;
    }
    Optional<E> value = Word.read(list, word.strip());
    if (value.isEmpty()) {
      problem(field, "unknown", word);
    }
    return value.orElse(otherwise);
  }

  private Application.Person person(String field, Application.Person p, boolean phoneNeeded) {
    if (p == null) {
      problem(field + ".name", "missing");
      return null;
    }
    PersonKind kind = word(PersonKind.class, field + ".kind", p.kind(), null);
    String name = p.name() == null ? null : stripped(p.name().replaceAll("\\s+", " "));
    if (name == null) {
      problem(field + ".name", "missing");
    } else if (name.length() < 2 || name.length() > 255) {
      problem(field + ".name", "length", name);
    } else if (kind == PersonKind.PERSON && !PERSON_NAME.matcher(name).matches()) {
      problem(field + ".name", "letters", name);
    }
    String number = identity(field, p, kind);
    String phone = p.phone() == null ? null : stripped(p.phone().replaceAll("[ .-]", ""));
    if (phone == null && phoneNeeded) {
      problem(field + ".phone", "missing");
    } else if (phone != null && !PHONE.matcher(phone).matches()) {
      problem(field + ".phone", "form", p.phone());
    }
    String email = stripped(p.email());
    if (email != null && (email.length() > 255 || !EMAIL.matcher(email).matches())) {
      problem(field + ".email", "form", email);
    }
    String address = stripped(p.address());
    if (address == null) {
      problem(field + ".address", "missing");
    } else if (address.length() > 500) {
      problem(field + ".address", "too-long", 500);
    }
    return new Application.Person(
        name, stripped(p.kind()), stripped(p.identityKind()), number, phone, email, address);
  }

  private String identity(String field, Application.Person p, PersonKind kind) {
    IdentityKind by = word(IdentityKind.class, field + ".identityKind", p.identityKind(), null);
    String number = IdentityKind.plain(by, p.identityNumber());
    if (number == null) {
      problem(field + ".identityNumber", "missing");
    } else if (by != null && !by.accepts(number)) {
      problem(field + ".identityNumber", "form." + Word.of(by), p.identityNumber());
    }
    boolean ofPerson =
        by == IdentityKind.CCCD || by == IdentityKind.CMND || by == IdentityKind.PASSPORT;
    if (by != null && kind != null && ofPerson != (kind == PersonKind.PERSON)) {
      problem(field + ".identityKind", "not-of-kind", Word.words(by));
    }
    return number;
  }

  private List<Application.Paper> papers(List<Application.Paper> papers) {
    List<Application.Paper> checked = new ArrayList<>();
    for (Application.Paper paper : papers == null ? List.<Application.Paper>of() : papers) {
      String field = "papers[" + checked.size() + "]";
      String name = paper == null ? null : stripped(paper.name());
      if (name == null) {
        problem(field + ".name", "missing");
        checked.add(paper);
        continue;
      }
      int count = paper.count() == null ? (paper.ticked() ? 1 : 0) : paper.count();
      if (paper.ticked() && (count < 1 || count > MOST_COPIES)) {
        problem(field + ".count", "range", count, MOST_COPIES);
      } else if (count < 0) {
        problem(field + ".count", "range", count, MOST_COPIES);
      }
      PaperKind kind = word(PaperKind.class, field + ".kind", paper.kind(), PaperKind.ORIGINAL);
      if (name.length() > 4000) {
        problem(field + ".name", "too-long", 4000);
      }
      checked.add(
          new Application.Paper(name, Word.of(kind), paper.ticked() ? count : 0, paper.ticked()));
    }
    return checked;
  }

  private void problem(String field, String what, Object... values) {
    String key =
        field.replaceFirst("^(applicant|owner)\\.", "person.").replaceFirst("\\[\\d+]", "");
    problems.add(field, TEXTS.get("problem." + key + "." + what, values));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String stripped(String text) {
    return blank(text) ? null : text.strip();
  }
}
