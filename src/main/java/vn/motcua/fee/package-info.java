/** Phí, lệ phí: what is to be paid for a dossier, what was taken, against which receipt. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "language",
      "calendar",
      "procedure",
      "agency",
      "access",
      "dossier",
      "letter"
    })
package vn.motcua.fee;
