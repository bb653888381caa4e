/** The statutory clock of a dossier: due dates, warnings and allowances of steps. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"language", "calendar", "procedure", "agency"})
package vn.motcua.deadline;
