/** Papers and results carried between the one-stop unit and the agency, and who signed for them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "language",
      "calendar",
      "procedure",
      "agency",
      "deadline",
      "access",
      "dossier",
      "letter"
    })
package vn.motcua.handover;
