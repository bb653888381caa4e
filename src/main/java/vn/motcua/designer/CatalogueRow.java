package vn.motcua.designer;

import java.util.List;
import vn.motcua.calendar.TimeLimit;

/**
 * One procedure as the national catalogue states it; blank text means unknown.
 *
 * @param place file and row, for messages
 * @param limits the limits of the text; the structured one if the text cannot be read
 * @param structured the limit of the number and unit columns, or null
 */
record CatalogueRow(
    String place,
    String code,
    String name,
    String field,
    String ministry,
    String level,
    String agency,
    String agencyName,
    String agencyBasis,
    List<Limits.Stated> limits,
    TimeLimit structured,
    String limitText,
    String fee,
    String online,
    List<String> documents,
    String result) {}
