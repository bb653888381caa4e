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
   * True if procedures may take longer in this unit: a commune in the mountains or on an island
   * (limits of difficult areas, e.g. NĐ 151/2025/NĐ-CP for land).
   */
  default boolean difficultArea(String unit, LocalDate day) {
    return false;
  }

  /**
   * The post that a step asks for.
   *
   * <p>Found in the unit itself; else in its room for the field, or its room for everything else;
   * else at its one-stop counter; else where its parent has it.
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
