package vn.motcua.fee;

/** How money is paid. */
enum Way {
  CASH,
  TRANSFER,
  ONLINE,
  /** The postman collects it and passes it on (QĐ 45/2016/QĐ-TTg). */
  POST;

  /** Without its number a transfer cannot be found at the bank. */
  boolean needsPaper() {
    return this == TRANSFER || this == ONLINE;
  }
}
