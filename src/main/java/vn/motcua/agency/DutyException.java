package vn.motcua.agency;

/** One person may do both acts in a unit, because a decision says so; it leaves a trace. */
public record DutyException(String unit, String actA, String actB, String decision) {}
