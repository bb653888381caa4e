package vn.motcua.letter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.access.CurrentOfficial;
import vn.motcua.agency.NoSuchPost;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Role;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Dossier;
import vn.motcua.language.Texts;

/** Who may issue a letter; and its number, paper and row, all in one transaction or not at all. */
@Component
class Issuing {

  private static final Texts TEXTS = Texts.of("letter");

  private final Drafting drafting;
  private final LetterHeads heads;
  private final PlainParts plain;
  private final Typesetter typesetter;
  private final LetterNumbers numbers;
  private final LetterStore store;
  private final Organisation organisation;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Who takes numbers of one book queues here, not on database connections that others need. */
  private final Map<String, ReentrantLock> queues = new ConcurrentHashMap<>();

  Issuing(
      Drafting drafting,
      LetterHeads heads,
      PlainParts plain,
      Typesetter typesetter,
      LetterNumbers numbers,
      LetterStore store,
      Organisation organisation,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.drafting = drafting;
    this.heads = heads;
    this.plain = plain;
    this.typesetter = typesetter;
    this.numbers = numbers;
    this.store = store;
    this.organisation = organisation;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Why this official may not issue the form now, in words; null if so. */
  String whyNot(Form form, Ground ground, OpenDossier file, CurrentOfficial official) {
    Dossier d = file.dossier();
    List<Role> roles =
        form.issuers().stream()
            .filter(issuer -> issuer.side().equals(ground.side()))
            .map(Form.Issuer::role)
            .toList();
    if (roles.stream().noneMatch(role -> holds(role, ground, d, official))) {
      String unit = heads.name(Drafting.unit(ground, d), day(clock.instant()));
      String who = String.join(", ", roles.stream().map(Role::label).toList());
      return TEXTS.get("not-yours", form.name(), who, unit);
    }
    return ground.notYet();
  }

  private boolean holds(Role role, Ground ground, Dossier d, CurrentOfficial official) {
    if (ground.side().equals(Ground.DOER)) {
      return ground.act() == null || official.holds(ground.act().post());
    }
    LocalDate today = day(clock.instant());
    try {
      return official.holds(organisation.post(ground.side(), role, d.place(), today).id());
    } catch (NoSuchPost nobodyHasIt) {
      return false;
    }
  }

  /** One letter about one dossier, or one sheet about many of the same units. */
  Letter issue(Form form, List<OpenDossier> files, CurrentOfficial official) {
    List<Ground> grounds = files.stream().map(file -> Grounds.of(form, file)).toList();
    String why = whyNot(form, grounds.get(0), files.get(0), official);
    if (why != null) {
      throw new LetterRefused(why);
    }
    String occasion = occasion(form, grounds);
    Optional<Letter> already = store.ofOccasion(occasion);
    return already.orElseGet(() -> inTurn(form, occasion, grounds.get(0), files, official));
  }

  private Letter inTurn(
      Form form,
      String occasion,
      Ground ground,
      List<OpenDossier> files,
      CurrentOfficial official) {
    String unit = Drafting.unit(ground, files.get(0).dossier());
    ReentrantLock queue =
        queues.computeIfAbsent(unit + "/" + form.bookName(), book -> new ReentrantLock(true));
    queue.lock();
    try {
      return transaction.execute(
          status ->
              store
                  .ofOccasion(occasion)
                  .orElseGet(
                      () ->
                          write(
                              form,
                              occasion,
                              unit,
                              files,
                              official,
                              frame -> content(frame, ground, files))));
    } catch (DuplicateKeyException issuedOnAnotherNode) {
      return store.ofOccasion(occasion).orElseThrow(() -> issuedOnAnotherNode);
    } finally {
      queue.unlock();
    }
  }

  /** A sheet that another room makes in its own transaction, after asking who may. */
  Letter sheet(Form form, SheetOrder order, List<OpenDossier> files, CurrentOfficial official) {
    String side = order.fromReception() ? Ground.RECEPTION : Ground.LEAD;
    Ground ground = new Ground(order.occasion(), side, null, null, null, null);
    String unit = Drafting.unit(ground, files.get(0).dossier());
    return transaction.execute(
        status ->
            write(
                form,
                order.occasion(),
                unit,
                files,
                official,
                frame -> plain.of(drafting.of(frame, ground, files, order))));
  }

  /** A paper about money that another room makes in its own transaction, after asking who may. */
  Letter money(Form form, MoneyOrder order, OpenDossier file, CurrentOfficial official) {
    Ground ground = new Ground(order.occasion(), Ground.RECEPTION, null, null, null, null);
    String unit = Drafting.unit(ground, file.dossier());
    return transaction.execute(
        status ->
            write(
                form,
                order.occasion(),
                unit,
                List.of(file),
                official,
                frame -> plain.of(drafting.of(frame, ground, file, order))));
  }

  private Letter write(
      Form form,
      String occasion,
      String unit,
      List<OpenDossier> files,
      CurrentOfficial official,
      Function<Drafting.Frame, Map<String, Object>> content) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    int year = day(now).getYear();
    Integer number = form.book() == null ? null : numbers.next(unit, form.bookName(), year);
    String text = number == null ? null : form.numberText(number, heads.sign(unit));
    Drafting.Frame frame = new Drafting.Frame(form, text, now, official);
    Map<String, Object> said = content.apply(frame);
    return store.add(
        new LetterStore.Written(
            form,
            occasion,
            unit,
            number,
            year,
            text,
            official.userId(),
            now,
            plain.json(said),
            typesetter.print(form, said),
            files.stream().map(OpenDossier::code).toList()));
  }

  /** What the template is given. */
  Map<String, Object> content(Drafting.Frame frame, Ground ground, List<OpenDossier> files) {
    return plain.of(
        frame.form().kind().sheet()
            ? drafting.of(frame, ground, files)
            : drafting.of(frame, ground, files.get(0)));
  }

  /** A sheet is about the very dossiers that it lists, as they stand. */
  static String occasion(Form form, List<Ground> grounds) {
    if (!form.kind().sheet()) {
      return grounds.get(0).occasion();
    }
    String all = String.join(" ", grounds.stream().map(Ground::occasion).sorted().toList());
    UUID digest = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    return form.kind().word() + "/" + digest + "/" + grounds.size();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
  }
}
