package vn.motcua.agency;

/**
 * Where a dossier stands in the province, so that a step's role finds its post.
 *
 * @param reception id of the one-stop unit that received it
 * @param lead id of the agency or commune that resolves it
 * @param commune id of the commune it concerns, or null
 * @param field slug of the procedure's field
 */
public record Place(String reception, String lead, String commune, String field) {}
