package vn.motcua.access;

/**
 * A person with an account, as others may know of it.
 *
 * @param name full name, family name first; the id if the account has no name
 * @param email where this person gets mail, or null
 */
public record Colleague(String userId, String name, String email) {}
