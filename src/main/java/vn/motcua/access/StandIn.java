package vn.motcua.access;

/**
 * Somebody works now in a post of a person who is absent.
 *
 * @param post id of the post
 * @param person account of the absent person
 * @param name full name of the absent person
 */
public record StandIn(String post, String person, String name) {}
