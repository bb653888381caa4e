package vn.motcua.agency;

import java.util.List;

/**
 * An agency, a one-stop centre, a commune or a room, valid on the day it was asked for.
 *
 * @param id slug, unique in the province
 * @param name official name, for letters and lists
 * @param kind {@code agency}, {@code centre}, {@code commune}, {@code commune-centre}, {@code room}
 *     or {@code partner}
 * @param parent id of the unit it belongs to, or null
 * @param code agency identifier for dossier codes (QĐ 20/2020), or null if it receives nothing
 * @param fields slugs of the fields a room handles; empty means every field of its agency
 */
public record Unit(
    String id, String name, String kind, String parent, String code, List<String> fields) {}
