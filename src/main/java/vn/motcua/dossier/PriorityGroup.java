package vn.motcua.dossier;

/** Groups that are served first. */
public enum PriorityGroup {
  NONE,
  ELDERLY,
  DISABLED,
  PREGNANT_OR_WITH_INFANT,
  MERITORIOUS,
  POOR_HOUSEHOLD,
  ETHNIC_MINORITY_REMOTE
}
