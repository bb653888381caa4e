package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The province's organisation as dated data. Every question names its day. Thread-safe. */
public interface Organisation {

  /** The unit with this id on a day. */
  Optional<Unit> unit(String id, LocalDate day);

  /** All units of a day. */
  List<Unit> units(LocalDate day);

  /** All posts of a day. */
  List<Post> posts(LocalDate day);

  /**
   * The post that a step asks for.
   *
   * @param unit the step's unit as a model writes it ({@code lead}, {@code agency:…} …)
   * @throws NoSuchPost if nobody in the province has that post on that day
   */
  Post post(String unit, Role role, Place place, LocalDate day);

  /**
   * Delegation to decide on the spot (TT 01/2018/TT-VPCP Điều 6) valid on a day, if there is one.
   */
  Optional<Delegation> delegation(String lead, String procedureCode, LocalDate day);

  /** True if, by explicit data, one person may hold both acts in this unit (small communes). */
  Optional<DutyException> dutyException(String unit, String actA, String actB, LocalDate day);
}
