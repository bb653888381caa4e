package vn.motcua.deadline;

import java.time.ZonedDateTime;

/**
 * The promise made on receipt, in the zone of Vietnam.
 *
 * @param promised printed on the slip: by the committed limit where the province made one
 * @param statutory by the limit of the law
 * @param warnAt when four fifths of the working time until the promise are used
 */
public record DueDate(ZonedDateTime promised, ZonedDateTime statutory, ZonedDateTime warnAt) {}
