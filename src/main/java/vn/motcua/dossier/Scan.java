package vn.motcua.dossier;

import java.time.Instant;

/**
 * A scanned paper, without its content.
 *
 * @param draft the draft it hangs on; null once its dossier is received
 * @param dossier code of the dossier it hangs on; null before
 * @param paper ordinal of the paper in the list of the dossier, from 1; null if of none of them
 * @param type media type, as detected
 * @param bytes its size
 */
record Scan(
    long id,
    String draft,
    String dossier,
    Integer paper,
    String name,
    String type,
    long bytes,
    String sha256,
    String uploadedBy,
    Instant uploadedAt) {}
