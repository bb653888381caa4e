package vn.motcua.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.motcua.dossier.FeeLine;
import vn.motcua.language.Dong;
import vn.motcua.letter.Parts.FeePart;
import vn.motcua.letter.Parts.FeesPart;
import vn.motcua.letter.Parts.MoneyPart;

/** What letters say about money: in figures and in words. */
final class Fees {

  private Fees() {}

  /** Null if the dossier costs nothing. */
  static FeesPart of(OpenDossier file) {
    List<FeeLine> lines = file.fees();
    if (lines.isEmpty()) {
      return null;
    }
    Dong total = sum(lines);
    Dong paid = sum(lines.stream().filter(line -> line.receipt() != null).toList());
    Dong owed = total.minus(paid);
    String receipts =
        lines.stream()
            .map(FeeLine::receipt)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return new FeesPart(
        parts(lines),
        total.toString(),
        total.inWords(),
        paid.isZero() ? null : paid.toString(),
        owed.isZero() ? null : owed.toString(),
        Parts.known(receipts));
  }

  static MoneyPart of(MoneyOrder order) {
    return new MoneyPart(
        parts(order.lines()),
        order.amount().toString(),
        order.amount().inWords(),
        Parts.known(order.payer()),
        order.way(),
        Parts.known(order.paper()),
        Parts.known(order.reason()),
        order.undone(),
        order.returned());
  }

  /** "Lệ phí cấp mới" says itself what it is. */
  private static boolean named(FeeLine line) {
    return line.name().regionMatches(true, 0, line.kind(), 0, line.kind().length());
  }

  private static Dong sum(List<FeeLine> lines) {
    return lines.stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus);
  }

  private static List<FeePart> parts(List<FeeLine> lines) {
    List<FeePart> parts = new ArrayList<>();
    for (FeeLine line : lines) {
      boolean less = !line.remitted().isZero();
      parts.add(
          new FeePart(
              String.valueOf(parts.size() + 1),
              named(line) ? null : line.kind(),
              line.name(),
              line.price().figures(),
              String.valueOf(line.count()),
              less ? line.remitted().figures() : null,
              less ? Parts.known(line.relief()) : null,
              line.amount().figures()));
    }
    return parts;
  }
}
