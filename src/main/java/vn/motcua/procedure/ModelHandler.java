package vn.motcua.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import vn.motcua.procedure.Node.Kind;
import vn.motcua.procedure.Node.Mapping;
import vn.motcua.procedure.Node.Setting;

/** Listens to the parser and fills a {@link Draft}. Used once, by one thread. */
final class ModelHandler extends DefaultHandler {

  static final String SCHEMA = "schema";

  private static final Map<String, Kind> KINDS = new HashMap<>();

  private static final Set<String> OTHER_NODES =
      Set.of(
          "task",
          "serviceTask",
          "scriptTask",
          "sendTask",
          "receiveTask",
          "manualTask",
          "businessRuleTask",
          "inclusiveGateway",
          "complexGateway",
          "transaction",
          "adHocSubProcess",
          "subChoreography",
          "implicitThrowEvent");

  static {
    for (Kind kind : Kind.values()) {
      KINDS.put(kind.word(), kind);
    }
    OTHER_NODES.forEach(tag -> KINDS.put(tag, Kind.OTHER));
    KINDS.remove("");
  }

  private static final Map<String, Setting> NODE_ATTRIBUTES =
      Map.of(
          "calledElement", Setting.CALLED_ELEMENT,
          "default", Setting.DEFAULT_FLOW,
          "attachedToRef", Setting.ATTACHED_TO,
          "cancelActivity", Setting.CANCEL_ACTIVITY,
          "isInterrupting", Setting.INTERRUPTING,
          "triggeredByEvent", Setting.TRIGGERED_BY_EVENT);

  private static final Map<String, Setting> CAMUNDA_ATTRIBUTES =
      Map.of(
          "formRef", Setting.FORM_REF,
          "formRefBinding", Setting.FORM_BINDING,
          "formKey", Setting.FORM_KEY,
          "calledElementBinding", Setting.CALLED_BINDING);

  /** An element that may carry properties, while it is open. */
  private static final class Open {
    final String tag;
    String id = "";
    String name = "";
    String scope = "";
    Kind kind;
    final Map<String, String> properties = new LinkedHashMap<>(8);
    final Map<Setting, String> settings = new EnumMap<>(Setting.class);
    final List<Mapping> mappings = new ArrayList<>(0);

    Open(String tag) {
      this.tag = tag;
    }

    Node finished() {
      return new Node(
          id,
          name,
          kind,
          scope,
          Collections.unmodifiableMap(properties),
          Collections.unmodifiableMap(settings),
          List.copyOf(mappings));
    }
  }

  private final Draft draft;
  private final AllowList.Guard guard;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Open> nodes = new ArrayList<>();
  private final Deque<String> scopes = new ArrayDeque<>();
  private final List<SAXParseException> complaints = new ArrayList<>(0);
  private final StringBuilder text = new StringBuilder();
  private List<String> laneNodes = new ArrayList<>();
  private String[] flow;

  ModelHandler(Draft draft) {
    this.draft = draft;
    this.guard = new AllowList.Guard(draft.file, draft.findings::add);
    scopes.push("");
  }

  @Override
  public void startElement(String uri, String tag, String prefixed, Attributes attributes) {
    guard.text(words());
    String id = value(attributes, "id");
    guard.open(uri, tag, id);
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getLocalName(i);
      guard.attribute(attributes.getURI(i), name, attributes.getValue(i));
      draft.asynchronous |= name.startsWith("async");
    }
    switch (uri) {
      case Namespaces.BPMN -> startBpmn(tag, attributes);
      case Namespaces.CAMUNDA -> startCamunda(tag, attributes);
      case Namespaces.DIAGRAM -> startDiagram(tag, attributes);
      default -> {}
    }
    if (!complaints.isEmpty()) {
      settle(id.isEmpty() ? here() : id);
    }
  }

  private void startBpmn(String tag, Attributes attributes) {
    Kind kind = KINDS.get(tag);
    if (kind != null) {
      startNode(tag, kind, attributes);
      return;
    }
    switch (tag) {
      case "process" -> {
        Open process = push(tag, attributes);
        if (draft.processes++ == 0) {
          draft.key = process.id;
          draft.processName = process.name;
          draft.settings = processSettings(attributes);
        }
      }
      case "definitions" -> draft.namespace = value(attributes, "targetNamespace");
      case "participant" -> draft.pools.add(push(tag, attributes).name);
      case "lane" -> {
        push(tag, attributes);
        laneNodes = new ArrayList<>();
        draft.lanes.add(new Lane(open.peek().id, open.peek().name, laneNodes));
      }
      case "sequenceFlow" -> {
        String id = value(attributes, "id");
        draft.ids.add(id);
        flow =
            new String[] {id, value(attributes, "sourceRef"), value(attributes, "targetRef"), ""};
      }
      case "textAnnotation", "association", "group" -> draft.ids.add(value(attributes, "id"));
      case "message" -> draft.messages.put(value(attributes, "id"), value(attributes, "name"));
      case "messageEventDefinition" -> setting(Setting.MESSAGE, value(attributes, "messageRef"));
      case "terminateEventDefinition" -> setting(Setting.TERMINATE, "true");
      default -> {}
    }
  }

  private Open push(String tag, Attributes attributes) {
    Open element = new Open(tag);
    element.id = value(attributes, "id");
    element.name = value(attributes, "name");
    draft.ids.add(element.id);
    open.push(element);
    return element;
  }

  private void startNode(String tag, Kind kind, Attributes attributes) {
    Open node = push(tag, attributes);
    node.kind = kind;
    node.scope = scopes.peek();
    for (int i = 0; i < attributes.getLength(); i++) {
      Setting setting =
          switch (attributes.getURI(i)) {
            case "" -> NODE_ATTRIBUTES.get(attributes.getLocalName(i));
            case Namespaces.CAMUNDA -> CAMUNDA_ATTRIBUTES.get(attributes.getLocalName(i));
            default -> null;
          };
      if (setting != null) {
        node.settings.put(setting, attributes.getValue(i));
      }
    }
    nodes.add(node);
    if (kind == Kind.SUB_PROCESS) {
      scopes.push(node.id);
    }
  }

  private void setting(Setting setting, String value) {
    if (!open.isEmpty()) {
      open.peek().settings.put(setting, value);
    }
  }

  private void startCamunda(String tag, Attributes attributes) {
    if (open.isEmpty()) {
      return;
    }
    switch (tag) {
      case "property" -> property(value(attributes, "name"), value(attributes, "value"));
      case "in", "out" -> {
        open.peek().mappings.add(new Mapping(tag.equals("in"), written(attributes)));
      }
      default -> {}
    }
  }

  /** A property that Camunda Modeler left empty says as little as none. */
  private void property(String name, String value) {
    if (value.isBlank()) {
      return;
    }
    Open owner = open.peek();
    boolean aboutProcedure = owner.tag.equals("participant") || owner.tag.equals("process");
    Map<String, String> properties = aboutProcedure ? draft.facts : owner.properties;
    if (aboutProcedure) {
      draft.factsOn = owner.id;
    }
    String before = properties.putIfAbsent(name, value);
    if (before != null) {
      draft.error(owner.id, FactReader.KNOWN, "fact.twice", name, before, value);
    }
  }

  private void startDiagram(String tag, Attributes attributes) {
    switch (tag) {
      case "BPMNShape" -> draft.shapes.add(value(attributes, "bpmnElement"));
      case "BPMNEdge" -> draft.edges.add(value(attributes, "bpmnElement"));
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    text.append(chars, start, length);
  }

  @Override
  public void endElement(String uri, String tag, String prefixed) {
    String words = words();
    guard.text(words);
    guard.close();
    settle(here());
    if (uri.equals(Namespaces.BPMN)) {
      endBpmn(tag, words);
    }
  }

  private void endBpmn(String tag, String words) {
    switch (tag) {
      case "flowNodeRef" -> laneNodes.add(words);
      case "timeDate" -> setting(Setting.TIME_DATE, words);
      case "conditionExpression" -> {
        if (flow != null) {
          flow[3] = words;
        }
      }
      case "sequenceFlow" -> {
        draft.flows.add(new Flow(flow[0], flow[1], flow[2], flow[3]));
        flow = null;
      }
      default -> {
        if (!open.isEmpty() && open.peek().tag.equals(tag)) {
          if (open.pop().kind == Kind.SUB_PROCESS) {
            scopes.pop();
          }
        }
      }
    }
  }

  /** Messages may stand after the events that wait for them, so nodes are made at the end. */
  @Override
  public void endDocument() {
    for (Open node : nodes) {
      node.settings.computeIfPresent(
          Setting.MESSAGE, (setting, id) -> draft.messages.getOrDefault(id, ""));
      draft.nodes.put(node.id, node.finished());
    }
  }

  @Override
  public void error(SAXParseException invalid) {
    note(invalid);
  }

  @Override
  public void fatalError(SAXParseException notXml) throws SAXParseException {
    note(notXml);
    settle(here());
    throw notXml;
  }

  /** The parser complains of an element before it hands it over, so complaints wait for it. */
  private void note(SAXParseException problem) {
    complaints.add(problem);
  }

  private void settle(String element) {
    for (SAXParseException problem : complaints) {
      draft.error(
          element,
          SCHEMA,
          "model.invalid",
          problem.getLineNumber(),
          problem.getColumnNumber(),
          problem.getMessage().replaceFirst("\\.$", ""));
    }
    complaints.clear();
  }

  private String here() {
    return open.isEmpty() ? draft.key : open.peek().id;
  }

  private static Map<String, String> processSettings(Attributes attributes) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      String prefix =
          switch (attributes.getURI(i)) {
            case "" -> "";
            case Namespaces.CAMUNDA -> "camunda:";
            default -> attributes.getURI(i) + ":";
          };
      settings.put(prefix + attributes.getLocalName(i), attributes.getValue(i));
    }
    return settings;
  }

  private static Map<String, String> written(Attributes attributes) {
    Map<String, String> written = new LinkedHashMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      written.put(attributes.getLocalName(i), attributes.getValue(i));
    }
    return written;
  }

  /** Takes what was said between the tags; mostly that is only how the file is laid out. */
  private String words() {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    String words = end == 0 ? "" : text.substring(0, end).strip();
    text.setLength(0);
    return words;
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null ? "" : value;
  }
}
