package vn.motcua.dossier;

/** How an applicant is told that the result waits. */
enum InviteWay {
  PHONE,
  SMS,
  EMAIL,
  POST,
  HOUSEHOLD
}
