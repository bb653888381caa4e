package vn.motcua.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * Who is absent, until when, and who works in the place (NĐ 61/2018/NĐ-CP Điều 12 khoản 8: at least
 * one to stand by). A person enters the own absence; a head that of the own people; an
 * administrator anybody's. Safe for use by many threads and on several nodes.
 */
@Service
public class Absences {

  static final int LONGEST_REASON = 500;

  /** Longer than a year is a wrong date, or somebody who has left. */
  private static final int LONGEST_MONTHS = 12;

  private static final Texts TEXTS = Texts.of("access");

  private final AbsenceStore store;
  private final OpenAbsences open;
  private final Memberships memberships;
  private final Heads heads;
  private final Staff staff;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Absences(
      AbsenceStore store,
      OpenAbsences open,
      Memberships memberships,
      Heads heads,
      Staff staff,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.memberships = memberships;
    this.heads = heads;
    this.staff = staff;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is entered.
   *
   * @param from first moment
   * @param to first moment after it
   * @param posts posts of the person that the substitute works for; empty for all
   */
  public record Entry(
      String person,
      String substitute,
      ZonedDateTime from,
      ZonedDateTime to,
      Set<String> posts,
      String reason) {}

  /**
   * Enters an absence and tells of it with {@link AbsenceChanged}.
   *
   * @return its id
   * @throws AbsenceRefused if the official may not enter it for this person, the substitute is the
   *     person, of another agency, or absent in that time, the period is none, a post is not the
   *     person's, or the person is absent from one of the posts in that time already
   */
  public long enter(Entry entry, CurrentOfficial official) {
    Membership person = account(entry.person(), "absence.person.unknown");
    refuseUnless(mayEnterFor(person, official), "absence.not-yours", person.name());
    List<String> posts = person.posts().stream().filter(Memberships::mayBeStoodInFor).toList();
    refuseUnless(!posts.isEmpty(), "absence.no-posts", person.name());
    checkPeriod(entry);
    String reason = entry.reason() == null ? "" : entry.reason().strip();
    refuseUnless(!reason.isEmpty(), "absence.reason.missing");
    refuseUnless(
        reason.length() <= LONGEST_REASON, "absence.reason.long", reason.length(), LONGEST_REASON);
    for (String post : entry.posts()) {
      refuseUnless(posts.contains(post), "absence.post.other", post, person.name());
    }
    Membership substitute = checkSubstitute(entry, person);
    long id =
        transaction.execute(
            status -> {
              checkOthers(entry, person, substitute);
              return store.add(
                  new Absence(
                      0,
                      person.userId(),
                      substitute.userId(),
                      entry.from().toInstant(),
                      entry.to().toInstant(),
                      entry.posts().stream().sorted().toList(),
                      reason,
                      official.userId(),
                      clock.instant(),
                      false,
                      null,
                      null));
            });
    changed(id);
    return id;
  }

  /**
   * Ends an absence now, before its time; ended twice it is ended once.
   *
   * @throws AbsenceRefused if there is none, or the official may not enter one for this person
   */
  public void end(long id, CurrentOfficial official) {
    Absence absence =
        store.find(id).stream()
            .findFirst()
            .orElseThrow(() -> new AbsenceRefused(TEXTS.get("absence.unknown", id)));
    Membership person = account(absence.person(), "absence.person.unknown");
    refuseUnless(mayEnterFor(person, official), "absence.not-yours", person.name());
    if (absence.endedAt() == null) {
      store.mark(id, "ended", clock.instant(), official.userId());
      changed(id);
    }
  }

  /** Those in which the official has a part: as absent person, substitute, or head. */
  public List<Absence> seenBy(CurrentOfficial official, Instant since) {
    boolean all = isAdministrator(official);
    Set<String> led =
        all
            ? Set.of()
            : staff.of(heads.unitsLedBy(official).stream().map(u -> u.id()).toList()).stream()
                .map(Staff.Member::userId)
                .collect(Collectors.toSet());
    Predicate<String> mine = p -> p.equals(official.userId()) || led.contains(p);
    return store.since(since).stream()
        .filter(a -> all || mine.test(a.person()) || mine.test(a.substitute()))
        .toList();
  }

  /** Those of these people that are not over, whoever asks. */
  public List<Absence> of(Collection<String> people) {
    Instant now = clock.instant();
    return open.all().stream()
        .filter(a -> people.contains(a.person()) && now.isBefore(a.until()))
        .toList();
  }

  /** People whose absence the official may enter: oneself first, then whom one leads. */
  public List<Staff.Member> enterableBy(CurrentOfficial official) {
    List<String> own =
        memberships.postsOf(official.userId()).stream()
            .filter(Memberships::mayBeStoodInFor)
            .toList();
    Stream<Staff.Member> me =
        own.isEmpty()
            ? Stream.empty()
            : Stream.of(new Staff.Member(official.userId(), official.name(), Set.copyOf(own)));
    List<String> led = heads.unitsLedBy(official).stream().map(u -> u.id()).toList();
    return Stream.concat(
            me, staff.of(led).stream().filter(m -> !m.userId().equals(official.userId())))
        .toList();
  }

  /** Who may stand in for a person: everybody else of the same agencies. */
  public List<Staff.Member> possibleSubstitutes(String person) {
    List<String> units =
        agencies(memberships.postsOf(person)).flatMap(a -> heads.within(a).stream()).toList();
    return staff.of(units).stream().filter(m -> !m.userId().equals(person)).toList();
  }

  /** Absences whose work has to be moved now, to the substitute or back. */
  public List<Absence> toMove() {
    Instant now = clock.instant();
    return open.all().stream()
        .filter(a -> !now.isBefore(a.to()) || a.isAt(now) && !a.begun())
        .toList();
  }

  /** One absence as it is stored now. */
  public Absence find(long id) {
    return store.find(id).stream()
        .findFirst()
        .orElseThrow(() -> new AbsenceRefused(TEXTS.get("absence.unknown", id)));
  }

  /** Marks that the work is being moved to the substitute; false if another node does it. */
  public boolean begin(Absence absence) {
    boolean first = store.mark(absence.id(), "begun", clock.instant(), null);
    open.forget();
    return first;
  }

  /** Marks that an absence is over by itself; false if it was marked before. */
  public boolean close(Absence absence) {
    boolean first = store.mark(absence.id(), "ended", absence.to(), null);
    open.forget();
    return first;
  }

  /** True for an administrator, who may enter an absence for everybody. */
  boolean isAdministrator(CurrentOfficial official) {
    return memberships.of(official.userId()).filter(Membership::isAdministrator).isPresent();
  }

  private void changed(long id) {
    open.forget();
    events.publishEvent(new AbsenceChanged(id));
  }

  private boolean mayEnterFor(Membership person, CurrentOfficial official) {
    return person.userId().equals(official.userId())
        || person.posts().stream().anyMatch(post -> heads.leads(official, post))
        || isAdministrator(official);
  }

  private void checkPeriod(Entry entry) {
    refuseUnless(
        entry.from().isBefore(entry.to()),
        "absence.backwards",
        Dates.moment(entry.from()),
        Dates.moment(entry.to()));
    refuseUnless(
        entry.to().toInstant().isAfter(clock.instant()), "absence.past", Dates.moment(entry.to()));
    refuseUnless(
        !entry.to().isAfter(entry.from().plusMonths(LONGEST_MONTHS)),
        "absence.long",
        Dates.moment(entry.from()),
        Dates.moment(entry.to()),
        LONGEST_MONTHS);
  }

  private Membership checkSubstitute(Entry entry, Membership person) {
    Membership substitute = account(entry.substitute(), "absence.substitute.unknown");
    refuseUnless(
        !substitute.userId().equals(person.userId()), "absence.substitute.self", person.name());
    refuseUnless(
        !substitute.isAdministrator()
            && substitute.posts().stream().anyMatch(Memberships::mayBeStoodInFor)
            && agencies(substitute.posts()).anyMatch(agencies(person.posts()).toList()::contains),
        "absence.substitute.elsewhere",
        substitute.name(),
        person.name());
    return substitute;
  }

  /** What was entered before for the same time, read where the new one is written. */
  private void checkOthers(Entry entry, Membership person, Membership substitute) {
    Instant from = entry.from().toInstant();
    Instant until = entry.to().toInstant();
    for (Absence other : store.since(clock.instant())) {
      if (!other.overlaps(from, until)) {
        continue;
      }
      refuseUnless(
          !other.person().equals(substitute.userId()),
          "absence.substitute.absent",
          substitute.name(),
          moment(other.from()),
          moment(other.until()));
      boolean samePosts =
          entry.posts().isEmpty()
              || other.posts().isEmpty()
              || entry.posts().stream().anyMatch(other::covers);
      refuseUnless(
          !(samePosts && other.person().equals(person.userId())),
          "absence.overlaps",
          person.name(),
          moment(other.from()),
          moment(other.until()));
    }
  }

  private String moment(Instant at) {
    return Dates.moment(at.atZone(clock.getZone()));
  }

  private Stream<String> agencies(List<String> posts) {
    return posts.stream().map(Heads::unitOf).map(heads::agencyOf).distinct();
  }

  private Membership account(String userId, String key) {
    String asked = userId == null ? "" : userId.strip();
    return memberships
        .of(asked)
        .orElseThrow(() -> new AbsenceRefused(TEXTS.get(key, asked.isEmpty() ? "–" : asked)));
  }

  private static void refuseUnless(boolean fits, String key, Object... words) {
    if (!fits) {
      throw new AbsenceRefused(TEXTS.get(key, words));
    }
  }

  /** Full names of everybody who stands in these absences. */
  Map<String, String> names(List<Absence> absences) {
    return memberships.names(
        absences.stream()
            .flatMap(a -> Stream.of(a.person(), a.substitute(), a.enteredBy(), a.endedBy()))
            .toList());
  }
}
