package vn.motcua.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One flow node of a model: an event, a task, a gateway, a call or an event sub-process.
 *
 * @param id element id
 * @param name what the diagram shows; "" if nothing
 * @param kind what it is
 * @param scope id of the sub-process it stands in; "" on the level of the process
 * @param properties its {@code camunda:property} entries
 * @param settings what else counts for the route, by the names of {@link Setting}
 * @param mappings variables passed into and out of a called process
 */
public record Node(
    String id,
    String name,
    Kind kind,
    String scope,
    Map<String, String> properties,
    Map<Setting, String> settings,
    List<Mapping> mappings) {

  /** What a flow node is; the words are BPMN's. */
  public enum Kind {
    START_EVENT("startEvent"),
    END_EVENT("endEvent"),
    BOUNDARY_EVENT("boundaryEvent"),
    CATCH_EVENT("intermediateCatchEvent"),
    THROW_EVENT("intermediateThrowEvent"),
    USER_TASK("userTask"),
    CALL_ACTIVITY("callActivity"),
    SUB_PROCESS("subProcess"),
    EXCLUSIVE_GATEWAY("exclusiveGateway"),
    PARALLEL_GATEWAY("parallelGateway"),
    EVENT_GATEWAY("eventBasedGateway"),
    /** Any other flow node of BPMN; the allow-list refuses it. */
    OTHER("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The tag of BPMN. */
    public String word() {
      return word;
    }
  }

  /** Attributes and events of a node that steer the route. */
  public enum Setting {
    FORM_REF,
    FORM_BINDING,
    FORM_KEY,
    CALLED_ELEMENT,
    CALLED_BINDING,
    DEFAULT_FLOW,
    ATTACHED_TO,
    CANCEL_ACTIVITY,
    INTERRUPTING,
    TRIGGERED_BY_EVENT,
    TIME_DATE,
    MESSAGE,
    TERMINATE
  }

  /** One {@code camunda:in} (in = true) or {@code camunda:out} with its attributes as written. */
  public record Mapping(boolean in, Map<String, String> attributes) {}

  /** Ids are unique in a model; hashing all properties again and again would cost. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** A setting as written, or "" if it is absent. */
  public String setting(Setting setting) {
    return settings.getOrDefault(setting, "");
  }

  /** A property as written. */
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** The kind of act, if it is a step with a known one. */
  public Optional<Act> act() {
    return kind == Kind.USER_TASK ? property("act").flatMap(Act::find) : Optional.empty();
  }

  public boolean isStep() {
    return kind == Kind.USER_TASK;
  }

  public boolean isCall() {
    return kind == Kind.CALL_ACTIVITY;
  }

  public boolean isEnd() {
    return kind == Kind.END_EVENT;
  }

  public boolean isGateway() {
    return kind == Kind.EXCLUSIVE_GATEWAY
        || kind == Kind.PARALLEL_GATEWAY
        || kind == Kind.EVENT_GATEWAY;
  }

  /** True if it starts its scope anew when its event comes. */
  public boolean isEventSubProcess() {
    return kind == Kind.SUB_PROCESS && "true".equals(setting(Setting.TRIGGERED_BY_EVENT));
  }

  /** True if the event that it waits for ends what it stands on. BPMN's default is true. */
  public boolean interrupts() {
    Setting setting = kind == Kind.BOUNDARY_EVENT ? Setting.CANCEL_ACTIVITY : Setting.INTERRUPTING;
    return !"false".equals(setting(setting));
  }
}
