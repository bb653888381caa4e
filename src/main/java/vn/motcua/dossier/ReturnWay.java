package vn.motcua.dossier;

/** How the applicant wants the result. */
public enum ReturnWay {
  COUNTER,
  POST,
  ONLINE
}
