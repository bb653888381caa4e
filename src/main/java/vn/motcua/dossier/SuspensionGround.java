package vn.motcua.dossier;

/** Legal grounds on which the head of the agency may suspend a dossier (tạm dừng giải quyết). */
enum SuspensionGround {
  COURT,
  PLANNING,
  FORCE_MAJEURE
}
