package vn.motcua.dossier;

/** In which form a paper was handed in. */
public enum PaperKind {
  ORIGINAL,
  CERTIFIED_COPY,
  PHOTOCOPY
}
