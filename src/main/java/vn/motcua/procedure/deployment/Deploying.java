package vn.motcua.procedure.deployment;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.deployment.ManifestRow.Status;

/** Carries out a {@link Plan} within the caller's transaction. */
@Component
class Deploying {

  private final Examiner examiner;
  private final Manifest manifest;
  private final RepositoryService repository;
  private final ManagementService management;
  private final DeploymentPlugin plugin;
  private final Clock clock;

  Deploying(
      Examiner examiner,
      Manifest manifest,
      RepositoryService repository,
      ManagementService management,
      DeploymentPlugin plugin,
      Clock clock) {
    this.examiner = examiner;
    this.manifest = manifest;
    this.repository = repository;
    this.management = management;
    this.plugin = plugin;
    this.clock = clock;
  }

  /**
   * Does what the plan says.
   *
   * @param culprits reasons by path of units that the engine was seen to refuse
   */
  DeploymentReport carryOut(Plan plan, Map<String, String> culprits) {
    List<Examined> good = new ArrayList<>();
    List<Examined> bad = new ArrayList<>();
    Map<String, String> holders = holders(plan);
    for (Examined each : examiner.examine(plan.changes)) {
      Examined judged = each;
      if (each.isGood() && culprits.containsKey(each.change().path())) {
        judged = each.refusedFor(culprits.get(each.change().path()));
      } else if (each.isGood()) {
        String holder = holders.putIfAbsent(slot(each), each.change().path());
        if (holder != null) {
          judged = each.refusedFor(ModelDeployment.TEXTS.get("key-taken", each.key(), holder));
        }
      }
      (judged.isGood() ? good : bad).add(judged);
    }
    List<ManifestRow> rows = new ArrayList<>(plan.same);
    rows.addAll(plan.returned);
    rows.addAll(deploy(good));
    bad.forEach(each -> rows.addAll(refused(each)));
    List<String> returned = activate(plan, good);
    List<String> left = new ArrayList<>(plan.left);
    good.forEach(each -> left.addAll(formsLeft(each.change())));
    List<String> retired = retire(plan, holders, rows, left);
    manifest.delete(left);
    manifest.write(rows);
    Map<String, List<String>> reasons = new TreeMap<>();
    bad.forEach(each -> reasons.put(each.change().path(), each.failures()));
    List<String> deployed = good.stream().map(each -> each.change().path()).toList();
    return new DeploymentReport(deployed, returned, retired, reasons);
  }

  /** Who holds which process id or form id already. */
  private static Map<String, String> holders(Plan plan) {
    Map<String, String> holders = new HashMap<>();
    List<ManifestRow> standing = new ArrayList<>(plan.kept);
    standing.addAll(plan.same);
    standing.addAll(plan.returned);
    for (ManifestRow row : standing) {
      if (row.key() != null && row.path().equals(row.owner()) && row.status() != Status.RETIRED) {
        holders.put(slot(row.path(), row.key()), row.path());
      }
    }
    return holders;
  }

  private static String slot(Examined each) {
    return slot(each.change().path(), each.key());
  }

  private static String slot(String path, String key) {
    return (path.endsWith(".form") ? "form " : "process ") + key;
  }

  private List<ManifestRow> deploy(List<Examined> good) {
    if (good.isEmpty()) {
      return List.of();
    }
    TreeMap<String, byte[]> contents = new TreeMap<>();
    for (Examined each : good) {
      contents.putAll(each.change().contents());
      if (each.parsed() != null) {
        plugin.deployer().prepare(each.change().path(), each.parsed());
      }
    }
    String deployment;
    try {
      deployment = store(contents);
    } finally {
      plugin.deployer().forget();
    }
    List<ManifestRow> rows = new ArrayList<>();
    good.forEach(each -> rows.addAll(rows(each, deployment)));
    return rows;
  }

  /** Makes one deployment of the engine and says its id. */
  String store(Map<String, byte[]> contents) {
    DeploymentBuilder builder =
        repository.createDeployment().name(ModelDeployment.TEXTS.get("deployment-name"));
    contents.forEach(
        (path, bytes) -> builder.addInputStream(path, new ByteArrayInputStream(bytes)));
    return builder.deploy().getId();
  }

  private List<ManifestRow> rows(Examined each, String deployment) {
    Instant now = clock.instant();
    List<ManifestRow> rows = new ArrayList<>();
    for (PackagedFile file : each.change().unit().files()) {
      boolean main = file.path().equals(each.change().path());
      rows.add(
          new ManifestRow(
              file.path(),
              each.change().path(),
              Status.DEPLOYED,
              main ? each.key() : null,
              main ? each.name() : null,
              PackagedFile.digest(each.change().contents().get(file.path())),
              file.stamp(),
              deployment,
              null,
              now));
    }
    return rows;
  }

  /** What served before goes on serving; without a stamp the file is examined at every start. */
  private static List<ManifestRow> refused(Examined each) {
    Map<String, ManifestRow> before = new HashMap<>();
    each.change().before().forEach(row -> before.put(row.path(), row));
    List<ManifestRow> rows = new ArrayList<>();
    for (PackagedFile file : each.change().unit().files()) {
      ManifestRow row = before.get(file.path());
      boolean main = file.path().equals(each.change().path());
      rows.add(
          new ManifestRow(
              file.path(),
              each.change().path(),
              Status.REFUSED,
              row != null ? row.key() : null,
              row != null ? row.name() : null,
              row != null ? row.digest() : null,
              null,
              row != null ? row.deployment() : null,
              main ? String.join("\n", each.failures()) : null,
              row != null ? row.deployedAt() : null));
    }
    return rows;
  }

  private static List<String> formsLeft(Change change) {
    return change.before().stream()
        .map(ManifestRow::path)
        .filter(path -> !change.contents().containsKey(path))
        .toList();
  }

  private List<String> activate(Plan plan, List<Examined> good) {
    Set<String> keys = new HashSet<>();
    plan.returned.stream().filter(Deploying::isProcedure).map(ManifestRow::key).forEach(keys::add);
    good.stream()
        .filter(each -> each.change().wasRetired() && each.parsed() != null)
        .map(Examined::key)
        .forEach(keys::add);
    keys.forEach(
        key ->
            repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey(key)
                .processDefinitionWithoutTenantId()
                .activate());
    return List.copyOf(keys);
  }

  /**
   * Retires what is gone. Shared processes and forms go on serving: running dossiers call them. A
   * procedure that stands in another file now is not gone.
   */
  private List<String> retire(
      Plan plan, Map<String, String> holders, List<ManifestRow> rows, List<String> left) {
    List<String> keys = new ArrayList<>();
    for (ManifestRow row : plan.gone) {
      boolean elsewhere = row.key() != null && holders.containsKey(slot(row.path(), row.key()));
      if (row.digest() == null || elsewhere) {
        left.add(row.path());
        continue;
      }
      rows.add(row.with(Status.RETIRED));
      if (isProcedure(row)) {
        suspend(row.key());
        keys.add(row.key());
      }
    }
    return keys;
  }

  private static boolean isProcedure(ManifestRow row) {
    return row.key() != null && ModelUnit.kind(row.path()).equals("model");
  }

  private void suspend(String key) {
    repository
        .updateProcessDefinitionSuspensionState()
        .byProcessDefinitionKey(key)
        .processDefinitionWithoutTenantId()
        .includeProcessInstances(false)
        .suspend();
    // The engine suspends job definitions as well: timers that running dossiers still create would
    // be born suspended.
    management
        .updateJobDefinitionSuspensionState()
        .byProcessDefinitionKey(key)
        .processDefinitionWithoutTenantId()
        .includeJobs(false)
        .activate();
  }
}
