package vn.motcua.warning;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.language.BadData;
import vn.motcua.language.DataFile;
import vn.motcua.language.Dates;
import vn.motcua.language.Texts;

/** The warning ladder as dated data; what does not fit is refused with its entry named. */
final class Ladder {

  private static final Texts TEXTS = Texts.of("warning");

  private final String file;
  private final List<Valid> entries = new ArrayList<>();

  private Ladder(String file) {
    this.file = file;
  }

  /**
   * The ladder of a period.
   *
   * @param to last day, or null
   * @param levels whom each rung warns; a rung that warns nobody is left out
   */
  record Valid(LocalDate from, LocalDate to, String basis, Map<Rung, List<Recipient>> levels) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    List<Recipient> warnedAt(Rung rung) {
      return levels.getOrDefault(rung, List.of());
    }
  }

  static Ladder read(InputStream in, String file) {
    Ladder ladder = new Ladder(file);
    LadderData data = DataFile.read(in, file, LadderData.class);
    if (data.ladder() == null || data.ladder().isEmpty()) {
      throw ladder.refusal("ladder.none");
    }
    data.ladder().forEach(ladder::add);
    return ladder;
  }

  /** What holds on a day; empty if nobody is to be warned then. */
  Optional<Valid> on(LocalDate day) {
    return entries.stream().filter(e -> e.covers(day)).findFirst();
  }

  private void add(LadderData.Entry entry) {
    if (entry.from() == null || entry.basis() == null || entry.levels() == null) {
      throw refusal("ladder.incomplete", entry.from() == null ? "?" : Dates.day(entry.from()));
    }
    String named = Dates.day(entry.from());
    if (entry.to() != null && entry.to().isBefore(entry.from())) {
      throw refusal("ladder.backwards", named);
    }
    boolean overlaps =
        entries.stream()
            .anyMatch(
                e ->
                    e.covers(entry.from())
                        || !e.from().isBefore(entry.from())
                            && (entry.to() == null || !e.from().isAfter(entry.to())));
    if (overlaps) {
      throw refusal("ladder.overlap", named);
    }
    Map<Rung, List<Recipient>> levels = new EnumMap<>(Rung.class);
    for (LadderData.Level level : entry.levels()) {
      Rung rung =
          Rung.of(level.percent())
              .orElseThrow(() -> refusal("ladder.percent", named, level.percent()));
      if (levels.put(rung, recipients(named, level)) != null) {
        throw refusal("ladder.twice", named, level.percent());
      }
    }
    entries.add(new Valid(entry.from(), entry.to(), entry.basis(), levels));
  }

  private List<Recipient> recipients(String named, LadderData.Level level) {
    if (level.warn() == null) {
      throw refusal("ladder.incomplete", named);
    }
    return level.warn().stream()
        .map(w -> Recipient.of(w).orElseThrow(() -> refusal("ladder.recipient", named, w)))
        .toList();
  }

  private BadData refusal(String key, Object... words) {
    return new BadData(file + ": " + TEXTS.get(key, words));
  }
}
