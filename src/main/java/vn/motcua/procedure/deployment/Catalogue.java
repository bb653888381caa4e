package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
  private final Definitions definitions;
  private final Map<String, Procedure> read = new ConcurrentHashMap<>();
  private volatile State state = new State(new SearchIndex(List.of()), "", System.nanoTime());

  private record State(SearchIndex index, String version, long checked) {}

  Catalogue(
      RepositoryService repository,
      IdentityService identity,
      Manifest manifest,
      Definitions definitions) {
    this.repository = repository;
    this.identity = identity;
    this.manifest = manifest;
    this.definitions = definitions;
  }

  /** Takes over what is deployed now. */
  synchronized void refresh() {
    String version = manifest.version();
    if (version.equals(state.version())) {
      state = new State(state.index(), version, System.nanoTime());
      return;
    }
    List<Entry> entries = List.copyOf(definitions.serving());
    if (read.size() > 3 * entries.size()) {
      read.clear();
    }
    state = new State(new SearchIndex(entries), version, System.nanoTime());
  }

  private SearchIndex index() {
    if (isStale()) {
      synchronized (this) {
        if (isStale()) {
          refresh();
        }
      }
    }
    return state.index();
  }

  private boolean isStale() {
    return System.nanoTime() - state.checked() > FRESH;
  }

  /** Reads everything once, so that no clerk waits for it. */
  void warmUp() {
    search("1", 1);
    all();
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
    Definitions.Stored stored =
        definitions
            .find(id)
            .orElseThrow(
                () -> new IllegalArgumentException(ModelDeployment.TEXTS.get("no-definition", id)));
    String file = stored.resource();
    try (InputStream model =
        asEngine(() -> repository.getResourceAsStream(stored.deployment(), file))) {
      return ModelReader.plain().read(file, model).procedure();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
