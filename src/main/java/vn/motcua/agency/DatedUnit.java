package vn.motcua.agency;

/**
 * A unit with its period.
 *
 * @param counter id of the one-stop unit that receives and returns for it and all below it, or null
 * @param office id of the unit whose rooms work for it, or null if its own do
 * @param difficult true if procedures may take longer here (mountain, island)
 */
record DatedUnit(
    Unit unit, Period period, String basis, String counter, String office, boolean difficult) {}
