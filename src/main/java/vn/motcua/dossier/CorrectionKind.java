package vn.motcua.dossier;

/** What is done about a wrong result (NĐ 61/2018/NĐ-CP Điều 21; NĐ 30/2020/NĐ-CP Điều 18). */
enum CorrectionKind {
  /** The form was wrong: a note of correction stands beside it (đính chính). */
  AMEND,
  /** The content was wrong: another document takes its place (thay thế). */
  REPLACE,
  /** It should not have been issued: it is taken back (thu hồi). */
  REVOKE
}
