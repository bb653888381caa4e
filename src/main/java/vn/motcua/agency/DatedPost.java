package vn.motcua.agency;

/** A post with its period, before its unit is known to exist. */
record DatedPost(String unit, Role role, Period period, String basis) {}
