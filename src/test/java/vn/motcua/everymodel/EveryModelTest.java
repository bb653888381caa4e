package vn.motcua.everymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import vn.motcua.procedure.Case;
import vn.motcua.procedure.Flow;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.ModelReader;
import vn.motcua.procedure.Node;

/**
 * Every path of every model, on the real engine: each case forward, each outcome taken, each end
 * reached, both timers fired, an apology and a withdrawal. One readable case a model.
 */
@Tag("slow")
@Tag("alone")
@Import(Walker.class)
@DirtiesContext
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:everymodel",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.history-level=activity"
    })
class EveryModelTest {

  private static final Path PROCESSES = Path.of("processes");

  /**
   * For one's own quick trial: {@code -Dmodels=ho-tich/} walks only files with this in their path.
   */
  private static final String ONLY = System.getProperty("models", "");

  private static final AtomicInteger WALKS = new AtomicInteger();
  private static final AtomicInteger MODELS = new AtomicInteger();

  @Autowired private Walker walker;

  static Stream<String> models() {
    try (Stream<Path> files = Files.walk(PROCESSES)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .filter(file -> !file.startsWith(PROCESSES.resolve("shared")))
          .map(file -> PROCESSES.relativize(file).toString())
          .filter(file -> file.contains(ONLY))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void readShared(@Autowired Walker walker) throws IOException {
    try (Stream<Path> shared = Files.list(PROCESSES.resolve("shared"))) {
      for (Path file : shared.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
        walker.know(ModelReader.plain().read(file));
      }
    }
  }

  @AfterAll
  static void tellHowMany() {
    System.out.printf("Every path walked: %d models, %d dossiers%n", MODELS.get(), WALKS.get());
  }

  /** Two models at a time; beside no other class, whose browser would starve. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void walksEveryPath(String file) throws IOException {
    Model model = ModelReader.plain().read(PROCESSES.resolve(file)).readable();
    walker.know(model);
    Set<Flow> missing = Plan.choices(model);
    Set<String> passed = new TreeSet<>();
    Walker.Event event = Walker.Event.TIMERS_AND_APOLOGY;
    for (Case one : model.procedure().cases()) {
      passed.addAll(walk(model, Plan.forward(one.id()), event, missing));
      event = Walker.Event.NONE;
    }
    while (!missing.isEmpty()) {
      Flow goal = missing.iterator().next();
      Optional<Plan> plan = Plan.way(model, goal);
      assertThat(plan).as("a way that takes %s", goal.id()).isPresent();
      passed.addAll(walk(model, plan.get(), Walker.Event.NONE, missing));
      missing.remove(goal);
    }
    String first = model.procedure().cases().get(0).id();
    passed.addAll(walk(model, Plan.forward(first), Walker.Event.WITHDRAWAL, missing));

    Set<String> expected = new TreeSet<>();
    model.route().all(node -> !node.isGateway()).stream().map(Node::id).forEach(expected::add);
    assertThat(passed).containsAll(expected);
    MODELS.incrementAndGet();
  }

  private Set<String> walk(Model model, Plan plan, Walker.Event event, Set<Flow> missing) {
    WALKS.incrementAndGet();
    return walker.walk(model, plan, event, missing);
  }
}
