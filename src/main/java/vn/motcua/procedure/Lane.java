package vn.motcua.procedure;

import java.util.List;

/**
 * A lane of a model: one unit that acts.
 *
 * @param nodes ids of the flow nodes that stand in it
 */
public record Lane(String id, String name, List<String> nodes) {}
