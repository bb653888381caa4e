/** What officials see around their tasks in Tasklist. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "language",
      "calendar",
      "procedure",
      "agency",
      "deadline",
      "dossier",
      "access"
    })
package vn.motcua.workplace;
