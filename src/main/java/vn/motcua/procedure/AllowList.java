package vn.motcua.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;
import vn.motcua.language.Texts;

/**
 * What may stand in a model that runs: a closed list of elements, attributes and expressions
 * (docs/design/facts.md, section 8; docs/decisions/0005). Everything else is refused, known to be
 * dangerous or not, because the engine reads far more from a model than a diagram shows: names and
 * documentation are expressions to it, too, and it finds tags by their local name in any namespace.
 *
 * <p>The same list judges files and the tree that the engine itself is about to interpret. Safe for
 * use by many threads.
 */
public final class AllowList {

  /** Id of the rule in findings. */
  public static final String RULE = "allowed";

  private static final Texts TEXTS = Texts.of("procedure");

  private static final String WORD = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
  private static final String YES_NO = "true|false";

  /** Attributes of BPMN elements beside id and name; {@code camunda:} ones with their prefix. */
  private static final Map<String, Set<String>> BPMN =
      Map.ofEntries(
          Map.entry(
              "definitions",
              Set.of(
                  "targetNamespace",
                  "exporter",
                  "exporterVersion",
                  "typeLanguage",
                  "expressionLanguage")),
          Map.entry("documentation", Set.of("textFormat")),
          Map.entry("extensionElements", Set.of()),
          Map.entry("collaboration", Set.of("isClosed")),
          Map.entry(
              "participant",
              Set.of("processRef", "camunda:modelerTemplate", "camunda:modelerTemplateVersion")),
          Map.entry(
              "process",
              Set.of(
                  "isExecutable",
                  "isClosed",
                  "processType",
                  "camunda:historyTimeToLive",
                  "camunda:versionTag",
                  "camunda:isStartableInTasklist",
                  "camunda:modelerTemplate",
                  "camunda:modelerTemplateVersion")),
          Map.entry("laneSet", Set.of()),
          Map.entry("lane", Set.of()),
          Map.entry("flowNodeRef", Set.of()),
          Map.entry("incoming", Set.of()),
          Map.entry("outgoing", Set.of()),
          Map.entry(
              "startEvent",
              Set.of(
                  "isInterrupting",
                  "parallelMultiple",
                  "camunda:formKey",
                  "camunda:formRef",
                  "camunda:formRefBinding",
                  "camunda:modelerTemplate",
                  "camunda:modelerTemplateVersion")),
          Map.entry(
              "endEvent", Set.of("camunda:modelerTemplate", "camunda:modelerTemplateVersion")),
          Map.entry(
              "boundaryEvent",
              Set.of(
                  "attachedToRef",
                  "cancelActivity",
                  "parallelMultiple",
                  "camunda:modelerTemplate",
                  "camunda:modelerTemplateVersion")),
          Map.entry("intermediateCatchEvent", Set.of("parallelMultiple")),
          Map.entry("intermediateThrowEvent", Set.of()),
          Map.entry(
              "userTask",
              Set.of(
                  "default",
                  "isForCompensation",
                  "startQuantity",
                  "completionQuantity",
                  "implementation",
                  "camunda:formRef",
                  "camunda:formRefBinding",
                  "camunda:asyncBefore",
                  "camunda:asyncAfter",
                  "camunda:exclusive",
                  "camunda:modelerTemplate",
                  "camunda:modelerTemplateVersion")),
          Map.entry(
              "callActivity",
              Set.of(
                  "isForCompensation",
                  "startQuantity",
                  "completionQuantity",
                  "calledElement",
                  "default",
                  "camunda:calledElementBinding",
                  "camunda:asyncBefore",
                  "camunda:asyncAfter",
                  "camunda:exclusive",
                  "camunda:modelerTemplate",
                  "camunda:modelerTemplateVersion")),
          Map.entry(
              "subProcess",
              Set.of(
                  "isForCompensation",
                  "startQuantity",
                  "completionQuantity",
                  "triggeredByEvent",
                  "default")),
          Map.entry("exclusiveGateway", Set.of("default", "gatewayDirection")),
          Map.entry("parallelGateway", Set.of("gatewayDirection")),
          Map.entry(
              "eventBasedGateway", Set.of("gatewayDirection", "instantiate", "eventGatewayType")),
          Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef", "isImmediate")),
          Map.entry("conditionExpression", Set.of()),
          Map.entry("timerEventDefinition", Set.of()),
          Map.entry("timeDate", Set.of()),
          Map.entry("messageEventDefinition", Set.of("messageRef")),
          Map.entry("message", Set.of()),
          Map.entry("terminateEventDefinition", Set.of()),
          Map.entry("textAnnotation", Set.of("textFormat")),
          Map.entry("text", Set.of()),
          Map.entry("association", Set.of("associationDirection", "sourceRef", "targetRef")),
          Map.entry("group", Set.of("categoryValueRef")),
          Map.entry("category", Set.of()),
          Map.entry("categoryValue", Set.of("value")));

  private static final Map<String, Set<String>> CAMUNDA =
      Map.of(
          "properties", Set.of(),
          "property", Set.of("value"),
          "in", Set.of("businessKey", "variables", "source", "target", "local"),
          "out", Set.of("source", "target"));

  /** Drawing elements, by namespace; they carry numbers and references only. */
  private static final Map<String, Set<String>> DRAWING =
      Map.of(
          Namespaces.DIAGRAM,
          Set.of(
              "BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge", "BPMNLabel", "BPMNLabelStyle"),
          Namespaces.DC,
          Set.of("Bounds", "Font"),
          Namespaces.DI,
          Set.of("waypoint", "extension"));

  /** Namespaces whose attributes only tools read. */
  private static final Set<String> TOOLS =
      Set.of(
          Namespaces.MODELER, Namespaces.BIOC, Namespaces.COLOUR, Namespaces.XSI, Namespaces.XMLNS);

  /** Values of attributes that the engine acts on; other values only must not be expressions. */
  private static final Map<String, Pattern> VALUES =
      Map.ofEntries(
          value("camunda:formKey", "embedded:app:forms/[a-z0-9-]+\\.html"),
          value("camunda:formRef", WORD),
          value("camunda:formRefBinding", "latest|deployment"),
          value("camunda:historyTimeToLive", "\\d+|P\\d+D"),
          value("camunda:isStartableInTasklist", YES_NO),
          value("camunda:asyncBefore", YES_NO),
          value("camunda:asyncAfter", YES_NO),
          value("camunda:exclusive", YES_NO),
          value("camunda:calledElementBinding", "latest|deployment"),
          value("calledElement", "shared-" + WORD),
          value("businessKey", Pattern.quote("#{execution.processBusinessKey}")),
          value("variables", "all"),
          value("source", "[A-Za-z][A-Za-z0-9]*"),
          value("target", "[A-Za-z][A-Za-z0-9]*"),
          value("local", YES_NO),
          // What the schema puts in by itself.
          value("typeLanguage", Pattern.quote("http://www.w3.org/2001/XMLSchema")),
          value("expressionLanguage", Pattern.quote("http://www.w3.org/1999/XPath")),
          value("implementation", "##unspecified"),
          value("isForCompensation", "false"),
          value("instantiate", "false"));

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{(?:outcome|caseId) == '" + WORD + "'}");
  private static final Pattern MOMENT = Pattern.compile("\\$\\{(?:dueAt|warnAt|expiresAt)}");

  private AllowList() {}

  private static Map.Entry<String, Pattern> value(String attribute, String form) {
    return Map.entry(attribute, Pattern.compile(form));
  }

  /** What is not allowed in the bytes of a file. */
  public static List<Finding> check(String file, byte[] bytes) {
    return ModelReader.plain().read(file, bytes).findings().stream()
        .filter(finding -> finding.rule().equals(RULE) || finding.rule().equals("schema"))
        .toList();
  }

  /** What is not allowed in a tree that the engine has read and is about to interpret. */
  public static List<Finding> check(String file, Element root) {
    List<Finding> findings = new ArrayList<>();
    walk(root, new Guard(file, findings::add));
    return findings;
  }

  private static void walk(Element element, Guard guard) {
    String id = element.attribute("id");
    guard.open(element.getUri(), element.getTagName(), id == null ? "" : id);
    for (String key : element.attributes()) {
      int colon = key.startsWith("xmlns") ? -1 : key.lastIndexOf(':');
      String uri = colon < 0 ? "" : key.substring(0, colon);
      guard.attribute(uri, key.substring(colon + 1), element.attribute(key));
    }
    guard.text(element.getText());
    element.elements().forEach(child -> walk(child, guard));
    guard.close();
  }

  /** Watches a model pass by, element by element. Used by one thread. */
  static final class Guard {

    private record Seen(String tag, Set<String> attributes, String id) {}

    private static final Set<String> ANY = Set.of("drawing");

    private final String file;
    private final Consumer<Finding> findings;
    private final Deque<Seen> path = new ArrayDeque<>();

    Guard(String file, Consumer<Finding> findings) {
      this.file = file;
      this.findings = findings;
    }

    void open(String uri, String tag, String id) {
      String place = id.isEmpty() && !path.isEmpty() ? path.peek().id() : id;
      Set<String> attributes = attributes(uri == null ? "" : uri, tag);
      if (attributes == null) {
        refuse(place, "allowed.element", tag, uri);
        attributes = ANY;
      }
      path.push(new Seen(tag, attributes, place));
    }

    private static Set<String> attributes(String uri, String tag) {
      return switch (uri) {
        case Namespaces.BPMN -> BPMN.get(tag);
        case Namespaces.CAMUNDA -> CAMUNDA.get(tag);
        default -> DRAWING.getOrDefault(uri, Set.of()).contains(tag) ? ANY : null;
      };
    }

    void attribute(String uri, String name, String value) {
      Seen element = path.peek();
      boolean plain = uri.isEmpty();
      boolean drawing = plain && element.attributes() == ANY;
      if (drawing || plain && (name.equals("id") || name.equals("name"))) {
        if (isExpression(value)) {
          refuse(element.id(), "allowed.value", element.tag(), name, value);
        }
      } else if (!TOOLS.contains(uri) && !(plain && name.startsWith("xmlns"))) {
        acted(uri, name, value, element);
      }
    }

    /** An attribute that the engine may act on. */
    private void acted(String uri, String name, String value, Seen element) {
      boolean camunda = uri.equals(Namespaces.CAMUNDA);
      String key = camunda ? "camunda:" + name : name;
      boolean foreign = !camunda && !uri.isEmpty();
      Pattern form = VALUES.get(key);
      if (foreign || !element.attributes().contains(key)) {
        refuse(element.id(), "allowed.attribute", element.tag(), key, value);
      } else if (form == null ? isExpression(value) : !form.matcher(value).matches()) {
        refuse(element.id(), "allowed.value", element.tag(), key, value);
      }
    }

    void text(String text) {
      if (path.isEmpty() || text.isBlank()) {
        return;
      }
      Seen element = path.peek();
      String words = text.strip();
      boolean allowed =
          switch (element.tag()) {
            case "conditionExpression" -> CONDITION.matcher(words).matches();
            case "timeDate" -> MOMENT.matcher(words).matches();
            default -> !isExpression(words);
          };
      if (!allowed) {
        refuse(element.id(), "allowed.expression", element.tag(), words);
      }
    }

    void close() {
      path.pop();
    }

    private static boolean isExpression(String value) {
      return value.indexOf('{') > 0 && (value.contains("${") || value.contains("#{"));
    }

    private void refuse(String element, String text, Object... arguments) {
      findings.accept(
          new Finding(file, element, RULE, Finding.Severity.ERROR, TEXTS.get(text, arguments)));
    }
  }
}
