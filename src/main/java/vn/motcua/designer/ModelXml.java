package vn.motcua.designer;

import java.util.Map;

/**
 * Writes a drawn draft as BPMN 2.0 for Camunda 7: compact, stable bytes, one element a line so that
 * versions compare well. The digest of the text stands in it as the fact {@code imported}.
 */
final class ModelXml {

  private static final String MAPPINGS =
      "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>"
          + "<camunda:in variables=\"all\"/>"
          + "<camunda:out source=\"outcome\" target=\"outcome\"/>";

  private final StringBuilder xml = new StringBuilder(32_768);
  private final Draft draft;
  private final Picture picture;

  private ModelXml(Draft draft) {
    this.draft = draft;
    this.picture = new Picture(draft);
  }

  /** The file of this draft, its digest included. */
  static String of(Draft draft) {
    return Stamp.stamped(new ModelXml(draft).write());
  }

  private String write() {
    String key = "procedure-" + draft.code();
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
            + " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\""
            + " xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\""
            + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
            + " id=\"definitions\" targetNamespace=\"http://motcua.vn/procedures\">");
    line("<message id=\"message-withdraw\" name=\"withdraw\"/>");
    line("<message id=\"message-apologise\" name=\"apologise\"/>");
    line("<collaboration id=\"collaboration\">");
    line("<participant id=\"pool\"" + name(draft.name()) + " processRef=\"" + key + "\">");
    properties(draft.facts(), "");
    line("</participant>");
    line("</collaboration>");
    line("<process id=\"" + key + "\"" + name(draft.name()) + " isExecutable=\"true\">");
    lanes();
    picture.shapes.stream().filter(s -> s.kind != Shape.Kind.NOTE).forEach(s -> node(s, null));
    picture.ways.forEach(way -> flow(way.line()));
    picture.scopes.forEach(this::scope);
    picture.shapes.stream().filter(s -> s.kind == Shape.Kind.NOTE).forEach(this::note);
    line("</process>");
    diagram();
    line("</definitions>");
    return xml.toString();
  }

  private void lanes() {
    line("<laneSet id=\"lanes\">");
    for (Picture.Lane lane : picture.lanes) {
      line("<lane id=\"" + lane.id() + "\"" + name(lane.name()) + ">");
      lane.nodes().forEach(id -> line("<flowNodeRef>" + id + "</flowNodeRef>"));
      line("</lane>");
    }
    line("</laneSet>");
  }

  private void node(Shape shape, Picture.Scope scope) {
    String head = "<" + shape.kind.tag + " id=\"" + shape.id + "\"" + name(shape.name);
    if (shape.defaultFlow != null) {
      head += " default=\"" + shape.defaultFlow + "\"";
    }
    switch (shape.kind) {
      case START -> start(head, scope);
      case END -> {
        if (shape.terminate) {
          line(head + "><terminateEventDefinition/></endEvent>");
        } else {
          line(head + "/>");
        }
      }
      case TASK -> {
        line(head + " camunda:formRef=\"" + shape.uses + "\" camunda:formRefBinding=\"latest\">");
        properties(shape.properties, "");
        line("</userTask>");
      }
      case CALL -> {
        line(head + " calledElement=\"" + shape.uses + "\">");
        properties(shape.properties, MAPPINGS);
        line("</callActivity>");
      }
      default -> line(head + "/>");
    }
  }

  private void start(String head, Picture.Scope scope) {
    if (scope == null) {
      line(head + " camunda:formKey=\"embedded:app:forms/receive-dossier.html\"/>");
      return;
    }
    line(head + (scope.interrupting() ? ">" : " isInterrupting=\"false\">"));
    if (scope.timeDate() == null) {
      line("<messageEventDefinition messageRef=\"message-" + scope.message() + "\"/>");
    } else {
      line(
          "<timerEventDefinition><timeDate>"
              + scope.timeDate()
              + "</timeDate></timerEventDefinition>");
    }
    line("</startEvent>");
  }

  private void flow(Line line) {
    String head =
        "<sequenceFlow id=\""
            + line.id
            + "\""
            + name(line.name)
            + " sourceRef=\""
            + line.from.id
            + "\" targetRef=\""
            + line.to.id
            + "\"";
    if (line.condition.isEmpty()) {
      line(head + "/>");
    } else {
      line(
          head
              + "><conditionExpression>"
              + line.condition
              + "</conditionExpression></sequenceFlow>");
    }
  }

  private void scope(Picture.Scope scope) {
    line(
        "<subProcess id=\""
            + scope.id()
            + "\""
            + name(scope.name())
            + " triggeredByEvent=\"true\">");
    scope.shapes().forEach(shape -> node(shape, scope));
    scope.ways().forEach(way -> flow(way.line()));
    line("</subProcess>");
  }

  private void note(Shape note) {
    line(
        "<textAnnotation id=\""
            + note.id
            + "\"><text>"
            + escaped(note.name)
            + "</text></textAnnotation>");
  }

  private void properties(Map<String, String> properties, String more) {
    line("<extensionElements><camunda:properties>");
    if (!properties.isEmpty()) {
      properties.forEach(
          (name, value) ->
              line("<camunda:property name=\"" + name + "\" value=\"" + escaped(value) + "\"/>"));
    }
    line("</camunda:properties>" + more + "</extensionElements>");
  }

  // ---- diagram interchange

  private void diagram() {
    line("<BPMNDiagram xmlns=\"http://www.omg.org/spec/BPMN/20100524/DI\" id=\"diagram\">");
    line("<BPMNPlane id=\"plane\" bpmnElement=\"collaboration\">");
    shape("pool", " isHorizontal=\"true\"", picture.pool, null);
    picture.lanes.forEach(l -> shape(l.id(), " isHorizontal=\"true\"", l.box(), null));
    picture.shapes.forEach(this::shape);
    for (Picture.Scope scope : picture.scopes) {
      shape(scope.id(), " isExpanded=\"true\"", scope.box(), null);
      scope.shapes().forEach(this::shape);
    }
    picture.ways.forEach(this::edge);
    picture.scopes.forEach(scope -> scope.ways().forEach(this::edge));
    line("</BPMNPlane>");
    line("</BPMNDiagram>");
  }

  private void shape(Shape shape) {
    shape(
        shape.id,
        shape.kind == Shape.Kind.CHOICE ? " isMarkerVisible=\"true\"" : "",
        shape.box,
        shape.usualLabel ? null : shape.label);
  }

  private void shape(String id, String more, Box box, Box label) {
    line(
        "<BPMNShape bpmnElement=\""
            + id
            + "\""
            + more
            + ">"
            + bounds(box)
            + label(label)
            + "</BPMNShape>");
  }

  private void edge(Picture.Way way) {
    StringBuilder points = new StringBuilder();
    for (Picture.Point point : way.points()) {
      points
          .append("<di:waypoint x=\"")
          .append(point.x())
          .append("\" y=\"")
          .append(point.y())
          .append("\"/>");
    }
    line(
        "<BPMNEdge bpmnElement=\""
            + way.line().id
            + "\">"
            + points
            + label(way.line().usualLabel ? null : way.label())
            + "</BPMNEdge>");
  }

  private static String bounds(Box box) {
    return "<dc:Bounds x=\""
        + box.x()
        + "\" y=\""
        + box.y()
        + "\" width=\""
        + box.width()
        + "\" height=\""
        + box.height()
        + "\"/>";
  }

  private static String label(Box label) {
    return label == null ? "" : "<BPMNLabel>" + bounds(label) + "</BPMNLabel>";
  }

  // ---- text

  private void line(String text) {
    xml.append(text).append('\n');
  }

  private static String name(String name) {
    return name.isEmpty() ? "" : " name=\"" + escaped(name) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;")
        .replace("\t", " ");
  }
}
