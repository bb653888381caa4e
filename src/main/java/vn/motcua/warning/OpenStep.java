package vn.motcua.warning;

import java.time.Instant;

/**
 * A step that somebody has to do.
 *
 * @param assignee who took it, or null
 * @param due null if the route sets it no time
 */
record OpenStep(
    String taskId, String name, String post, String assignee, Instant created, Instant due) {}
