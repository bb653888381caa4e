package vn.motcua.dossier;

/** How a dossier really came in. Told truthfully: typing for the applicant is a flag of its own. */
public enum Channel {
  COUNTER,
  POST,
  ONLINE,
  AT_HOME,
  BY_APPOINTMENT
}
