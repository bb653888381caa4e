package vn.motcua.designer;

import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The drawing of a model as its diagram interchange states it, and what is wrong with it. */
final class Diagram {

  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final Set<String> EVENTS = Set.of("startEvent", "endEvent");

  private final Map<String, Element> elements = new HashMap<>();
  private final Map<String, Rectangle> boxes = new LinkedHashMap<>();
  private final Map<String, Rectangle> labels = new LinkedHashMap<>();
  private final Map<String, List<Line2D>> lines = new LinkedHashMap<>();
  private final Map<String, Rectangle> containers = new LinkedHashMap<>();

  Diagram(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    NodeList all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("id")) {
        elements.put(element.getAttribute("id"), element);
      }
    }
    for (Element shape : children(root.getElementsByTagNameNS(DI, "BPMNShape"))) {
      shape(shape);
    }
    for (Element edge : children(root.getElementsByTagNameNS(DI, "BPMNEdge"))) {
      edge(edge);
    }
  }

  private void shape(Element shape) {
    String id = shape.getAttribute("bpmnElement");
    Element element = elements.get(id);
    Rectangle box = bounds(shape, "Bounds");
    if (Set.of("participant", "lane", "subProcess").contains(element.getLocalName())) {
      containers.put(id, box);
      return;
    }
    boxes.put(id, box);
    String name = element.getAttribute("name");
    Rectangle label = labelOf(shape);
    if (label == null && EVENTS.contains(element.getLocalName()) && !name.isEmpty()) {
      int width = Math.min(90, TextSize.width(name, 11));
      int height = 14 * TextSize.lines(name, 11, 90);
      label =
          new Rectangle((int) box.getCenterX() - width / 2, box.y + box.height + 1, width, height);
    }
    if (label != null) {
      labels.put(id, label);
    }
  }

  private void edge(Element edge) {
    String id = edge.getAttribute("bpmnElement");
    List<Line2D> segments = new ArrayList<>();
    int[] last = null;
    for (Node node = edge.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element point && point.getLocalName().equals("waypoint")) {
        int[] here = {number(point, "x"), number(point, "y")};
        if (last != null) {
          segments.add(new Line2D.Double(last[0], last[1], here[0], here[1]));
        }
        last = here;
      }
    }
    lines.put(id, segments);
    String name = elements.get(id).getAttribute("name");
    Rectangle label = labelOf(edge);
    if (label == null && !name.isEmpty()) {
      Line2D only = segments.get(segments.size() / 2);
      int width = TextSize.width(name, 11);
      label =
          new Rectangle(
              (int) (only.getX1() + only.getX2()) / 2 - width / 2,
              (int) only.getY1() - 22,
              width,
              14);
    }
    if (label != null) {
      labels.put(id, label);
    }
  }

  private static Rectangle labelOf(Element owner) {
    for (Node node = owner.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element label && label.getLocalName().equals("BPMNLabel")) {
        return bounds(label, "Bounds");
      }
    }
    return null;
  }

  private static Rectangle bounds(Element owner, String tag) {
    for (Node node = owner.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element bounds && bounds.getLocalName().equals(tag)) {
        return new Rectangle(
            number(bounds, "x"),
            number(bounds, "y"),
            number(bounds, "width"),
            number(bounds, "height"));
      }
    }
    throw new IllegalStateException(owner.getAttribute("bpmnElement"));
  }

  private static int number(Element element, String name) {
    return Integer.parseInt(element.getAttribute(name));
  }

  private static List<Element> children(NodeList nodes) {
    List<Element> list = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      list.add((Element) nodes.item(i));
    }
    return list;
  }

  /** Everything that a person would stumble over, in words. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    List<String> shapes = new ArrayList<>(boxes.keySet());
    for (int i = 0; i < shapes.size(); i++) {
      for (int j = i + 1; j < shapes.size(); j++) {
        boolean attached = isAttached(shapes.get(i), shapes.get(j));
        if (!attached && boxes.get(shapes.get(i)).intersects(boxes.get(shapes.get(j)))) {
          faults.add("shapes " + shapes.get(i) + " and " + shapes.get(j) + " overlap");
        }
      }
    }
    List<String> named = new ArrayList<>(labels.keySet());
    for (int i = 0; i < named.size(); i++) {
      Rectangle label = labels.get(named.get(i));
      for (String shape : shapes) {
        if (label.intersects(boxes.get(shape))) {
          faults.add("label of " + named.get(i) + " lies on shape " + shape);
        }
      }
      for (int j = i + 1; j < named.size(); j++) {
        if (label.intersects(labels.get(named.get(j)))) {
          faults.add("labels of " + named.get(i) + " and " + named.get(j) + " overlap");
        }
      }
    }
    lines.forEach((id, segments) -> lineFaults(id, segments, faults));
    insideFaults(faults);
    crossings(faults);
    return faults;
  }

  /** A boundary event sits on the edge of its host. */
  private boolean isAttached(String one, String other) {
    return elements.get(one).getAttribute("attachedToRef").equals(other)
        || elements.get(other).getAttribute("attachedToRef").equals(one);
  }

  private void lineFaults(String id, List<Line2D> segments, List<String> faults) {
    for (Line2D segment : segments) {
      if (segment.getX1() != segment.getX2() && segment.getY1() != segment.getY2()) {
        faults.add("line " + id + " is slanting");
      }
      boxes.forEach(
          (shape, box) -> {
            Rectangle inner = new Rectangle(box.x + 1, box.y + 1, box.width - 2, box.height - 2);
            if (segment.intersects(inner)) {
              faults.add("line " + id + " runs through shape " + shape);
            }
          });
      labels.forEach(
          (owner, label) -> {
            if (segment.intersects(label)) {
              faults.add("line " + id + " runs through the label of " + owner);
            }
          });
    }
    Element flow = elements.get(id);
    Line2D first = segments.get(0);
    Line2D last = segments.get(segments.size() - 1);
    touches(id, boxes.get(flow.getAttribute("sourceRef")), first.getX1(), first.getY1(), faults);
    touches(id, boxes.get(flow.getAttribute("targetRef")), last.getX2(), last.getY2(), faults);
  }

  private static void touches(String id, Rectangle box, double x, double y, List<String> faults) {
    boolean within = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    if (!within) {
      faults.add("line " + id + " does not end at its shape");
    }
  }

  /** Everything stands within its lane, everything within the pool. */
  private void insideFaults(List<String> faults) {
    Rectangle pool = containers.get("pool");
    containers.forEach(
        (id, box) -> {
          if (!pool.contains(box) && !id.equals("pool")) {
            faults.add(id + " lies outside the pool");
          }
          Element element = elements.get(id);
          NodeList refs = element.getElementsByTagNameNS("*", "flowNodeRef");
          for (int i = 0; i < refs.getLength(); i++) {
            String node = refs.item(i).getTextContent();
            Rectangle inner = boxes.getOrDefault(node, containers.get(node));
            if (!box.contains(inner)) {
              faults.add(node + " lies outside its lane " + id);
            }
          }
        });
    labels.forEach(
        (id, label) -> {
          if (!pool.contains(label)) {
            faults.add("label of " + id + " lies outside the pool");
          }
        });
    List<Rectangle> lanes =
        containers.entrySet().stream()
            .filter(e -> elements.get(e.getKey()).getLocalName().equals("lane"))
            .map(Map.Entry::getValue)
            .toList();
    int height = lanes.stream().mapToInt(lane -> lane.height).sum();
    if (height != pool.height) {
      faults.add("lanes do not fill the pool");
    }
  }

  /**
   * No line crosses a line of the way forward; lines that share an end may share its last piece.
   */
  private void crossings(List<String> faults) {
    Set<String> forward = forward();
    for (String main : forward) {
      for (String other : lines.keySet()) {
        if (!main.equals(other) && !(forward.contains(other) && main.compareTo(other) < 0)) {
          if (!shareAnEnd(main, other) && cross(lines.get(main), lines.get(other))) {
            faults.add("line " + other + " crosses " + main + " on the way forward");
          }
        }
      }
    }
  }

  private boolean shareAnEnd(String one, String other) {
    return elements
            .get(one)
            .getAttribute("sourceRef")
            .equals(elements.get(other).getAttribute("sourceRef"))
        || elements
                .get(one)
                .getAttribute("targetRef")
                .equals(elements.get(other).getAttribute("targetRef"))
            && elements
                .get(elements.get(one).getAttribute("targetRef"))
                .getLocalName()
                .endsWith("Gateway");
  }

  private static boolean cross(List<Line2D> one, List<Line2D> other) {
    for (Line2D a : one) {
      for (Line2D b : other) {
        if (a.intersectsLine(b) && !meetAtEnd(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where one line ends another may begin. */
  private static boolean meetAtEnd(List<Line2D> one, List<Line2D> other) {
    return one.get(one.size() - 1).getP2().equals(other.get(0).getP1())
        || other.get(other.size() - 1).getP2().equals(one.get(0).getP1());
  }

  /** Flows from the start on, by default flows, cases and forks. */
  private Set<String> forward() {
    Map<String, List<Element>> leaving = new HashMap<>();
    for (String id : lines.keySet()) {
      Element flow = elements.get(id);
      leaving.computeIfAbsent(flow.getAttribute("sourceRef"), s -> new ArrayList<>()).add(flow);
    }
    Set<String> flows = new HashSet<>();
    List<String> open =
        new ArrayList<>(List.of(elements.containsKey("start") ? "start" : "receive-dossier"));
    while (!open.isEmpty()) {
      String at = open.remove(open.size() - 1);
      String usual = elements.get(at).getAttribute("default");
      for (Element flow : leaving.getOrDefault(at, List.of())) {
        if ((usual.isEmpty() || usual.equals(flow.getAttribute("id")))
            && flows.add(flow.getAttribute("id"))) {
          open.add(flow.getAttribute("targetRef"));
        }
      }
    }
    return flows;
  }
}
