package vn.motcua.letter;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.agency.Role;
import vn.motcua.language.BadData;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;
import vn.motcua.letter.LetterData.FormData;
import vn.motcua.letter.LetterData.HeadData;
import vn.motcua.letter.LetterData.SetData;

/** The form sets and heads of letters.yaml, checked. Immutable. */
final class Forms {

  private static final Texts TEXTS = Texts.of("letter");

  private final Map<FormSet, Map<FormKind, Form>> sets = new LinkedHashMap<>();
  private final Map<String, HeadData> heads;
  private final String file;

  /**
   * @throws BadData if something does not fit
   */
  Forms(LetterData data, String file) {
    this.file = file;
    SetData before = null;
    for (SetData set : data.sets()) {
      follows(before, set);
      before = set;
      sets.put(
          new FormSet(set.id(), set.from(), set.to(), set.basis()), new EnumMap<>(FormKind.class));
    }
    sets.forEach((set, forms) -> fill(set, forms, data));
    this.heads =
        data.heads().stream()
            .collect(
                Collectors.toMap(
                    head -> needed(head.unit(), "heads", "unit"),
                    Function.identity(),
                    (one, other) -> {
                      throw wrong("twice", "heads", one.unit());
                    }));
  }

  private void follows(SetData before, SetData set) {
    needed(set.id(), "sets", "id");
    needed(set.basis(), set.id(), "basis");
    if (set.from() == null || (set.to() != null && set.to().isBefore(set.from()))) {
      throw wrong("period", set.id());
    }
    boolean next =
        before == null || (before.to() != null && set.from().equals(before.to().plusDays(1)));
    if (!next) {
      throw wrong("gap", set.id(), before.id());
    }
  }

  private void fill(FormSet set, Map<FormKind, Form> forms, LetterData data) {
    data.sets().stream()
        .filter(s -> s.id().equals(set.id()))
        .flatMap(s -> s.forms().stream())
        .map(form -> form(set, form))
        .forEach(
            form -> {
              if (forms.put(form.kind(), form) != null) {
                throw wrong("twice", set.id(), form.kind().word());
              }
            });
  }

  private Form form(FormSet set, FormData form) {
    String entry = set.id() + ", " + form.id();
    FormKind kind =
        FormKind.find(form.id()).orElseThrow(() -> wrong("unknown", set.id(), form.id()));
    if (!List.of("A4", "A5").contains(String.valueOf(form.page()))) {
      throw wrong("page", entry, form.page());
    }
    return new Form(
        set,
        kind,
        needed(form.name(), entry, "name"),
        form.label(),
        Form.Page.of(form.page().equals("A4"), form.landscape()),
        book(form, entry),
        form.book() == null ? null : needed(form.symbol(), entry, "symbol"),
        form.issuers().stream().map(words -> issuer(words, entry)).toList());
  }

  private Form.Book book(FormData form, String entry) {
    if (form.book() == null) {
      return null;
    }
    return switch (form.book()) {
      case "own" -> Form.Book.OWN;
      case "documents" -> Form.Book.DOCUMENTS;
      default -> throw wrong("book", entry, form.book());
    };
  }

  private Form.Issuer issuer(String words, String entry) {
    String[] parts = words.split("\\.", -1);
    if (parts.length != 2
        || !List.of(Ground.RECEPTION, Ground.LEAD, Ground.DOER).contains(parts[0])) {
      throw wrong("issuer", entry, words);
    }
    try {
      return new Form.Issuer(parts[0], Role.of(parts[1]));
    } catch (IllegalArgumentException unknownRole) {
      throw wrong("issuer", entry, words);
    }
  }

  private String needed(String value, String entry, String property) {
    if (value == null || value.isBlank()) {
      throw wrong("missing", entry, property);
    }
    return value;
  }

  private BadData wrong(String what, Object... words) {
    return new BadData(file + ": " + TEXTS.get("data." + what, words));
  }

  /**
   * A form as it is on a day.
   *
   * @throws UnknownForm if the set of that day has none of this name
   */
  Form form(String word, LocalDate day) {
    return FormKind.find(word)
        .flatMap(kind -> set(day).map(set -> sets.get(set).get(kind)))
        .orElseThrow(() -> new UnknownForm(word, Dates.day(day)));
  }

  /** All forms of a day, in the order of their kinds. */
  List<Form> forms(LocalDate day) {
    return set(day).map(set -> List.copyOf(sets.get(set).values())).orElse(List.of());
  }

  /** Every form of every set. */
  List<Form> all() {
    return sets.values().stream().flatMap(forms -> forms.values().stream()).toList();
  }

  private Optional<FormSet> set(LocalDate day) {
    return sets.keySet().stream().filter(set -> set.covers(day)).findFirst();
  }

  /** What the head of a unit says; empty if the file says nothing of it. */
  Optional<HeadData> head(String unit) {
    return Optional.ofNullable(heads.get(unit));
  }
}
