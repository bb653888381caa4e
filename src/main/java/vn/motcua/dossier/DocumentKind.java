package vn.motcua.dossier;

/** Kinds of result that the seal clerk numbers, with the symbol in their number. */
enum DocumentKind {
  DECISION("QĐ"),
  LICENCE("GP"),
  CERTIFICATE("GCN"),
  CONFIRMATION("GXN"),
  NOTICE("TB"),
  OTHER("VB");

  private final String symbol;

  DocumentKind(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }
}
