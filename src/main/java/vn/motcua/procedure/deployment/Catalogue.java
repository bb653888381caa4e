package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.ModelReader;
import vn.motcua.procedure.Procedure;
import vn.motcua.procedure.Procedures;

/**
 * The procedures that serve, by code, kept in memory. A procedure's facts are read from its model
 * in the engine when they are first asked for, without making the engine parse it. What another
 * node deploys is seen after some seconds.
 */
@Component
class Catalogue implements Procedures {

  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  private final RepositoryService repository;
  private final IdentityService identity;
  private final Manifest manifest;
  private final Map<String, Procedure> read = new ConcurrentHashMap<>();
  private volatile State state = new State(new SearchIndex(List.of()), "", System.nanoTime());

  private record State(SearchIndex index, String version, long checked) {}

  Catalogue(RepositoryService repository, IdentityService identity, Manifest manifest) {
    this.repository = repository;
    this.identity = identity;
    this.manifest = manifest;
  }

  /** Takes over what is deployed now. */
  synchronized void refresh() {
    String version = manifest.version();
    if (version.equals(state.version())) {
      state = new State(state.index(), version, System.nanoTime());
      return;
    }
    Map<String, String> names = new HashMap<>();
    manifest.rows().stream()
        .filter(row -> row.key() != null && row.name() != null && !row.name().isEmpty())
        .forEach(row -> names.put(row.key(), row.name()));
    List<Entry> entries = new ArrayList<>();
    for (ProcessDefinition each : asEngine(this::serving)) {
      String code = each.getKey().substring(Entry.PREFIX.length());
      entries.add(new Entry(code, each.getId(), names.getOrDefault(each.getKey(), each.getName())));
    }
    if (read.size() > 3 * entries.size()) {
      read.clear();
    }
    state = new State(new SearchIndex(entries), version, System.nanoTime());
  }

  private List<ProcessDefinition> serving() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKeyLike(Entry.PREFIX + "%")
        .withoutTenantId()
        .latestVersion()
        .active()
        .list();
  }

  private SearchIndex index() {
    if (System.nanoTime() - state.checked() > FRESH) {
      refresh();
    }
    return state.index();
  }

  /** How many procedures serve. */
  int size() {
    return index().size();
  }

  @Override
  public Optional<Procedure> find(String code) {
    return index().find(code).map(entry -> ofDefinition(entry.definition()));
  }

  @Override
  public Procedure ofDefinition(String processDefinitionId) {
    Procedure known = read.get(processDefinitionId);
    return known != null ? known : read.computeIfAbsent(processDefinitionId, this::fromModel);
  }

  @Override
  public List<Procedure> search(String words, int limit) {
    return index().search(words, limit).stream().map(e -> ofDefinition(e.definition())).toList();
  }

  @Override
  public List<Procedure> all() {
    return index().all().stream().map(entry -> ofDefinition(entry.definition())).toList();
  }

  private Procedure fromModel(String id) {
    return asEngine(
        () -> {
          ProcessDefinition definition =
              repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult();
          if (definition == null) {
            throw new IllegalArgumentException(ModelDeployment.TEXTS.get("no-definition", id));
          }
          String file = definition.getResourceName();
          try (InputStream model =
              repository.getResourceAsStream(definition.getDeploymentId(), file)) {
            return ModelReader.plain().read(file, model).procedure();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Facts of a procedure are public; what an official may do with it is judged elsewhere. */
  private <T> T asEngine(Supplier<T> query) {
    Authentication person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return query.get();
    } finally {
      identity.setAuthentication(person);
    }
  }
}
