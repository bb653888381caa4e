package vn.motcua.warning;

import java.util.Arrays;
import java.util.Optional;

/** A rung of the warning ladder: which share of the working time is used. */
enum Rung {
  HALF(50),
  SOON(80),
  OVER(100);

  private final int percent;

  Rung(int percent) {
    this.percent = percent;
  }

  int percent() {
    return percent;
  }

  static Optional<Rung> of(int percent) {
    return Arrays.stream(values()).filter(r -> r.percent == percent).findFirst();
  }
}
