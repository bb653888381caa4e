package vn.motcua.dossier;

/** How it stands with the fee when a result is given (NĐ 61/2018/NĐ-CP Điều 22). */
enum FeeState {
  NONE,
  EXEMPT,
  PAID,
  OWED
}
