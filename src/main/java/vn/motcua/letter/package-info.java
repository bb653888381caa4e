/** What is printed for the applicant or between the units: forms, drafts, issued letters. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "language",
      "calendar",
      "procedure",
      "agency",
      "deadline",
      "access",
      "dossier"
    })
package vn.motcua.letter;
