package vn.motcua.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.language.DataFile;

/** What one slip costs: the first of a server, and the next. Processor time, for busy machines. */
@Tag("bench")
class LetterBench {

  private static final PlainParts CONTENTS = new PlainParts(new ObjectMapper());
  private static final int WARM = 200;
  private static final int ROWS = 1000;

  @Test
  void printsOneSlip() {
    Forms forms = new Forms(DataFile.ofClasspath("letters.yaml", LetterData.class), "letters.yaml");
    Form slip =
        forms.all().stream().filter(f -> f.kind() == FormKind.SLIP).findFirst().orElseThrow();
    long read = System.nanoTime();
    new Forms(DataFile.ofClasspath("letters.yaml", LetterData.class), "letters.yaml");
    System.out.printf("reading the forms, at the start: %.1f ms%n", ms(System.nanoTime() - read));
    long begin = System.nanoTime();
    Typesetter typesetter = new Typesetter(new LetterTemplates(""));
    System.out.printf("making the typesetter: %.1f ms%n", ms(System.nanoTime() - begin));

    byte[] first = measured("first slip", typesetter, slip, 1);
    measured("while the JVM warms up", typesetter, slip, WARM);
    byte[] warm = measured("warm slip", typesetter, slip, WARM);

    System.out.printf("size: %d kB%n", warm.length / 1024);
    Form book =
        forms.all().stream().filter(f -> f.kind() == FormKind.REGISTER).findFirst().orElseThrow();
    long rows = System.nanoTime();
    byte[] register = typesetter.print(book, CONTENTS.of(Samples.book(book, ROWS)));
    System.out.printf(
        "register book of %d rows: %.0f ms, %d kB%n",
        ROWS, ms(System.nanoTime() - rows), register.length / 1024);
    assertThat(warm.length).isEqualTo(first.length);
  }

  private static byte[] measured(String what, Typesetter typesetter, Form slip, int times) {
    var threads = ManagementFactory.getThreadMXBean();
    byte[] paper = null;
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      Map<String, Object> parts = Samples.bare(slip);
      paper = typesetter.print(slip, CONTENTS.of(parts));
    }
    System.out.printf(
        "%s: %.1f ms, of the processor %.1f ms%n",
        what,
        ms(System.nanoTime() - wall) / times,
        ms(threads.getCurrentThreadCpuTime() - cpu) / times);
    return paper;
  }

  private static double ms(long nanos) {
    return nanos / 1e6;
  }
}
