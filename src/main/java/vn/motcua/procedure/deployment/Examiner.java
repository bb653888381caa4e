package vn.motcua.procedure.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.Finding;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.ModelReader;

/**
 * Judges changed models before anything is deployed: schema, allow-list, facts and rules; and,
 * unless a whole catalogue comes at once, the engine's own parse. Uses all processors.
 */
@Component
class Examiner {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A designer's change is parsed by the engine before it serves; a whole release was tested. */
  private static final int FEW = 50;

  private final ProcessEngineConfigurationImpl engine;
  private final DeploymentPlugin plugin;
  private final List<ModelCheck> checks;

  Examiner(
      ProcessEngineConfigurationImpl engine,
      DeploymentPlugin plugin,
      ObjectProvider<ModelCheck> checks) {
    this.engine = engine;
    this.plugin = plugin;
    this.checks = checks.orderedStream().toList();
  }

  /** Judges all changes; the result has their order. */
  List<Examined> examine(List<Change> changes) {
    Examined[] results = new Examined[changes.size()];
    Queue<Integer> open = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < results.length; i++) {
      open.add(i);
    }
    int workers = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, results.length));
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(pool.submit(() -> work(changes, open, results)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    return List.of(results);
  }

  /** One engine command for all models of a worker: the engine parses only inside a command. */
  private void work(List<Change> changes, Queue<Integer> open, Examined[] results) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              boolean quickly = changes.size() > FEW;
              for (Integer i = open.poll(); i != null; i = open.poll()) {
                results[i] = examine(changes.get(i), quickly);
              }
              return null;
            });
  }

  private Examined examine(Change change, boolean quickly) {
    if (change.unit().isForm()) {
      return form(change);
    }
    List<String> failures = new ArrayList<>();
    change
        .contents()
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".form")) {
                formKey(path, bytes, failures);
              }
            });
    Model model = ModelReader.validating().read(change.path(), change.main());
    Stream.concat(
            model.findings().stream(),
            checks.stream().flatMap(check -> check.findings(model).stream()))
        .filter(Finding::isError)
        .map(Examiner::words)
        .distinct()
        .forEach(failures::add);
    if (failures.isEmpty() && model.processes() != 1) {
      failures.add(ModelDeployment.TEXTS.get("one-process", model.processes()));
    }
    ParsedModel parsed = null;
    if (failures.isEmpty()) {
      Optional<ParsedModel> quick =
          quickly ? QuickParse.of(model, change.main()) : Optional.empty();
      parsed = quick.orElseGet(() -> parse(change, failures));
    }
    return failures.isEmpty()
        ? new Examined(change, model.key(), model.procedure().name(), parsed, List.of())
        : Examined.refused(change, model.key(), failures);
  }

  private static String words(Finding finding) {
    return ModelDeployment.TEXTS.get("at-element", finding.element(), finding.message());
  }

  private static Examined form(Change change) {
    List<String> failures = new ArrayList<>();
    String key = formKey(change.path(), change.main(), failures);
    if (change.path().startsWith("processes/")) {
      failures.add(ModelDeployment.TEXTS.get("form-alone"));
    }
    return new Examined(change, key, null, null, List.copyOf(failures));
  }

  private static String formKey(String path, byte[] bytes, List<String> failures) {
    try {
      JsonNode id = JSON.readTree(bytes).path("id");
      if (id.isTextual() && !id.asText().isBlank()) {
        return id.asText();
      }
      failures.add(ModelDeployment.TEXTS.get("form-without-id", path));
    } catch (JsonProcessingException e) {
      String where = Objects.toString(e.getLocation().getLineNr());
      failures.add(ModelDeployment.TEXTS.get("form-not-json", path, where, e.getOriginalMessage()));
    } catch (IOException e) {
      failures.add(ModelDeployment.TEXTS.get("form-not-json", path, 0, e.getMessage()));
    }
    return null;
  }

  private ParsedModel parse(Change change, List<String> failures) {
    try {
      return plugin.deployer().parse(change.path(), change.main());
    } catch (ParseException e) {
      e.getResorceReports().stream()
          .flatMap(report -> report.getErrors().stream())
          .map(
              problem ->
                  ModelDeployment.TEXTS.get(
                      "engine-refuses",
                      Objects.toString(problem.getMainElementId(), "-"),
                      problem.getLine(),
                      problem.getMessage()))
          .forEach(failures::add);
    } catch (ProcessEngineException e) {
      failures.add(ModelDeployment.TEXTS.get("engine-fails", e.getMessage()));
    }
    return null;
  }
}
