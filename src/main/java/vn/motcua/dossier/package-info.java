/** One case from reception to result: its code, acts, state and register row. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"language", "calendar", "procedure", "agency", "deadline", "access"})
package vn.motcua.dossier;
