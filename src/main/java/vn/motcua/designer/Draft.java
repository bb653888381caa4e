package vn.motcua.designer;

import java.util.List;
import java.util.Map;

/**
 * A model before it is drawn: facts, route and the names of the units that act. Two equal drafts
 * are written to equal bytes.
 *
 * @param file path under the folder of models, with "/"
 * @param facts properties of the pool in the order they are written
 * @param units Vietnamese name of every unit of the route, by the word of the property {@code unit}
 * @param end id of the end event of the way forward: {@code returned} or {@code recorded}
 */
record Draft(
    String code,
    String file,
    String name,
    Map<String, String> facts,
    List<Part> route,
    Map<String, String> units,
    String end) {}
