package vn.motcua.warning;

import java.sql.Date;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.motcua.access.Colleagues;
import vn.motcua.language.Texts;

/**
 * What posts have to be told (table {@code notice}): each row once, in the first digest after it
 * was written, to everybody who holds the post on that morning.
 */
@Component
class PostNotices implements Notices {

  /** From one gathering to the next; a province that begins is not told of old times. */
  private static final String SINCE_THE_LAST =
      "select n.dossier_code, n.kind, n.recipient_post from notice n join digest_day today on"
          + " today.on_day = ? where n.created_at <= today.claimed_at and n.created_at >"
          + " (select max(claimed_at) from digest_day where on_day < today.on_day)"
          + " order by n.id";

  private static final Texts TEXTS = Texts.of("warning");

  private final JdbcTemplate jdbc;
  private final Colleagues colleagues;

  PostNotices(JdbcTemplate jdbc, Colleagues colleagues) {
    this.jdbc = jdbc;
    this.colleagues = colleagues;
  }

  @Override
  public void each(LocalDate day, Consumer<Notice> to) {
    jdbc.query(
        SINCE_THE_LAST,
        row -> {
          String code = row.getString("dossier_code");
          String words = words(row.getString("kind"));
          colleagues
              .holding(row.getString("recipient_post"))
              .forEach(person -> to.accept(new Notice(person.userId(), code, words)));
        },
        Date.valueOf(day));
  }

  private static String words(String kind) {
    String key = "notice." + kind;
    return TEXTS.keys().contains(key) ? TEXTS.get(key) : TEXTS.get("notice.other", kind);
  }
}
