package vn.motcua.designer;

import java.util.List;

/** A sequence flow of a drawing; {@code label} is measured from the axis of {@code labelLane}. */
final class Line {

  final String id;
  final Shape from;
  final Shape to;
  final String name;
  final String condition;
  List<Spot> spots;
  Box label;
  int labelLane;

  /**
   * True if the label stands above the middle of a level line, where tools put it by themselves.
   */
  boolean usualLabel;

  Line(String id, Shape from, Shape to, String name, String condition) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.name = name;
    this.condition = condition;
  }
}
