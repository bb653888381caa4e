package vn.motcua.dossier;

import java.time.Instant;

/**
 * An intake that was begun.
 *
 * @param title procedure and applicant, by which its clerk knows it again
 * @param content what was typed, as the page keeps it (JSON)
 * @param dossierCode code of the dossier it became; null before
 */
record Draft(String id, String title, String content, Instant changedAt, String dossierCode) {}
