package vn.motcua.designer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A flow node or a note of a drawing. Its box is measured from the axis of its lane until the
 * picture is set.
 */
final class Shape {

  /** What is drawn, with its BPMN tag. */
  enum Kind {
    START("startEvent"),
    END("endEvent"),
    TASK("userTask"),
    CALL("callActivity"),
    CHOICE("exclusiveGateway"),
    FORK("parallelGateway"),
    NOTE("textAnnotation");

    final String tag;

    Kind(String tag) {
      this.tag = tag;
    }
  }

  final String id;
  final Kind kind;
  final String name;
  final int lane;
  Box box;

  /** Where the name stands if it does not stand inside; null if inside or if there is none. */
  Box label;

  /** True if the label stands below the middle, where every tool puts it without being told. */
  boolean usualLabel;

  final Map<String, String> properties = new LinkedHashMap<>();

  /** Form of a task, or called element of a call. */
  String uses;

  /** Flow taken when no condition holds. */
  String defaultFlow;

  boolean terminate;

  Shape(String id, Kind kind, String name, int lane, Box box) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.lane = lane;
    this.box = box;
  }

  /** Middle of the box, from the axis of the lane. */
  int dy() {
    return box.y() + box.height() / 2;
  }

  Spot right() {
    return new Spot(lane, box.right(), dy());
  }

  Spot left(int dy) {
    return new Spot(lane, box.x(), dy() + dy);
  }

  Spot left() {
    return left(0);
  }

  Spot top() {
    return new Spot(lane, box.middle(), box.y());
  }

  Spot bottom() {
    return new Spot(lane, box.middle(), box.bottom());
  }
}
