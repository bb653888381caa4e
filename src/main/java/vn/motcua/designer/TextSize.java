package vn.motcua.designer;

import java.text.Normalizer;

/**
 * How much room a text takes in a diagram, in pixels; a careful guess for the sans-serif fonts in
 * which bpmn-js and Camunda Modeler draw, so that nothing is laid too close.
 */
final class TextSize {

  private TextSize() {}

  static int width(String text, int fontSize) {
    double ems = 0;
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    for (char c : plain.toCharArray()) {
      if ("iljtfrI.,;:!'()| -/".indexOf(c) >= 0) {
        ems += 0.34;
      } else if ("mwMWĐ%—".indexOf(c) >= 0) {
        ems += 0.88;
      } else {
        ems += Character.isUpperCase(c) ? 0.72 : 0.565;
      }
    }
    return (int) Math.ceil(ems * fontSize);
  }

  /** Lines of a text that wraps between words. */
  static int lines(String text, int fontSize, int room) {
    int lines = 1;
    int used = 0;
    int space = width(" ", fontSize);
    for (String word : text.split("\\s+")) {
      int width = width(word, fontSize);
      if (used > 0 && used + space + width > room) {
        lines++;
        used = width;
      } else {
        used += (used > 0 ? space : 0) + width;
      }
    }
    return lines;
  }
}
