package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.access.Names;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Post;
import vn.motcua.agency.Role;
import vn.motcua.deadline.ClockCause;
import vn.motcua.language.Texts;

/** Accounts and posts as officials call them. What is known no more is said by its id. */
@Component
class PeopleInWords {

  private static final Texts TEXTS = Texts.of("dossier");

  private final Names names;
  private final Organisation organisation;
  private final Clock clock;

  PeopleInWords(Names names, Organisation organisation, Clock clock) {
    this.names = names;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Names of these accounts, found at once. */
  UnaryOperator<String> persons(Collection<String> accounts) {
    Map<String, String> found =
        new HashMap<>(
            names.of(accounts.stream().filter(Objects::nonNull).collect(Collectors.toSet())));
    found.put(ClockCause.SYSTEM, TEXTS.get("person.system"));
    return account -> account == null ? null : found.getOrDefault(account, account);
  }

  /** {@code Chuyên viên thẩm định – Sở Tư pháp}; null for no post. */
  String post(String id) {
    int dot = id == null ? -1 : id.lastIndexOf('.');
    if (dot < 0) {
      return id;
    }
    return organisation
        .unit(id.substring(0, dot), LocalDate.now(clock))
        .map(unit -> new Post(unit, Role.of(id.substring(dot + 1))).label())
        .orElse(id);
  }
}
