package vn.motcua.handover;

/** How papers are carried: by an official, or by the public postal service. */
enum Carrier {
  HAND,
  POST
}
