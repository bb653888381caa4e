package vn.motcua.procedure;

import vn.motcua.calendar.TimeLimit;

/**
 * One case (trường hợp) of a procedure, with its own limits; the clerk picks it at reception.
 *
 * @param id word in the model; {@code ""} for the only case of a procedure without cases
 * @param name official words of the case; {@code ""} for the only case
 * @param limit statutory limit; null only if the law states none
 * @param committed shortened limit promised on the slip, or null
 * @param difficultLimit limit in difficult areas, or null
 */
public record Case(
    String id, String name, TimeLimit limit, TimeLimit committed, TimeLimit difficultLimit) {

  /** The limit promised to the applicant: the committed one if the province made one. */
  public TimeLimit promised() {
    return committed != null ? committed : limit;
  }
}
