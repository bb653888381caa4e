package vn.motcua.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/**
 * The words around the lines of a digest, for mail and page alike. What templates call is public.
 * Immutable.
 *
 * @param url address under which people open the application, without a slash at its end; empty if
 *     it is not known, and then there are no links
 */
record DigestWords(Locale language, String url) {

  private static final Texts TEXTS = Texts.of("warning");

  /** Lines of one rung, under its heading. */
  record Group(String word, String heading, List<Content.Item> items) {}

  public String get(String key, Object... words) {
    return TEXTS.get(language, key, words);
  }

  /** The most urgent rung first. */
  public List<Group> groups(Content content) {
    return Stream.of(Rung.OVER, Rung.SOON, Rung.HALF)
        .map(
            rung ->
                new Group(
                    rung.name().toLowerCase(Locale.ROOT),
                    get("level." + rung.percent()),
                    content.items().stream()
                        .filter(item -> item.percent() == rung.percent())
                        .toList()))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  public String subject(Content content, LocalDate day) {
    List<String> parts = new ArrayList<>();
    count(parts, "subject.over", content.over());
    count(parts, "subject.soon", content.soon());
    count(parts, "subject.half", content.half());
    count(parts, "subject.notices", content.notices().size());
    return get("subject", Dates.day(day), String.join(", ", parts));
  }

  private void count(List<String> parts, String key, int many) {
    if (many > 0) {
      parts.add(get(key, many));
    }
  }

  /** What this line asks of its reader. */
  public String ask(Content.Item item) {
    return get("ask." + item.role() + "." + item.percent());
  }

  public String link(Content.Item item) {
    return item.taskId() == null || url.isEmpty()
        ? null
        : url + "/camunda/app/tasklist/default/#/?task=" + item.taskId();
  }

  /** All of it without markup. */
  String plain(Content content, String name, LocalDate day) {
    StringBuilder text = new StringBuilder();
    text.append(get("mail.hello", name)).append("\n\n");
    text.append(get("mail.lead", Dates.day(day))).append('\n');
    for (Group group : groups(content)) {
      text.append('\n').append(group.heading().toUpperCase(language)).append('\n');
      group.items().forEach(item -> text.append('\n').append(plain(item)));
    }
    if (content.more() > 0) {
      text.append('\n').append(get("mail.more", content.more())).append('\n');
    }
    if (!content.notices().isEmpty()) {
      text.append('\n').append(get("mail.notices").toUpperCase(language)).append('\n');
      content
          .notices()
          .forEach(
              n ->
                  text.append("- ")
                      .append(n.dossierCode())
                      .append(": ")
                      .append(n.words())
                      .append('\n'));
    }
    return text.append('\n').append(get("mail.foot")).append('\n').toString();
  }

  private String plain(Content.Item item) {
    return Stream.of(
                "- " + item.code() + " · " + item.procedureCode() + " " + item.procedure(),
                item.step() == null
                    ? null
                    : get("line.step", item.step(), time(item.stepDue(), item.stepLeft())),
                item.due() == null ? null : get("line.dossier", time(item.due(), item.left())),
                ask(item),
                link(item))
            .filter(line -> line != null)
            .collect(Collectors.joining("\n  "))
        + "\n";
  }

  /** {@code 17:00 02/09/2026, Còn 2 giờ làm việc}. */
  public String time(String due, String left) {
    return due == null ? get("line.no-limit") : due + ", " + left;
  }
}
