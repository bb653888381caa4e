package vn.motcua.dossier;

/** A person or an organisation. */
public enum PersonKind {
  PERSON,
  ORGANISATION
}
