package vn.motcua.dossier;

/** Into whose hands a result is given (NĐ 61/2018/NĐ-CP Điều 6, 20). */
enum Collector {
  /** Applicant or owner in person, with the identity paper of the register. */
  OWNER,
  /** Somebody with a paper of authorisation. */
  AUTHORISED,
  /** The public postal service, by the number of its item. */
  POST,
  /** Nobody: the result is electronic. */
  ONLINE
}
