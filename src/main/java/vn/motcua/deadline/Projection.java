package vn.motcua.deadline;

import java.time.ZonedDateTime;
import java.util.List;
import vn.motcua.procedure.ExcludedWait;

/**
 * What an applicant may really expect where the route has phases that the limit does not count: a
 * slip that names the limit alone has misled people (NĐ 151/2025/NĐ-CP, phụ lục).
 *
 * @param waits the phases, in the order of the route
 * @param expected the promised moment with every phase whose time is known; null without a limit or
 *     if no phase has a known time
 * @param complete false if some phase has no known time, so that it may take longer
 */
public record Projection(List<ExcludedWait> waits, ZonedDateTime expected, boolean complete) {}
