package vn.motcua.deadline;

/**
 * What a policy switch says on a day, and what that rests on.
 *
 * @param value the value
 * @param basis legal basis, in the words of the data or of the procedure's model
 */
public record Policy<T>(T value, String basis) {}
