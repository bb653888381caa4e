package vn.motcua.warning;

/**
 * Something else that a person is told in the digest of a day.
 *
 * @param person id of the account
 * @param dossierCode code of the dossier it is about
 * @param words in Vietnamese; without anything that this person may not see
 */
public record Notice(String person, String dossierCode, String words) {}
