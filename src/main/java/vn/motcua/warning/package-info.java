/** Who was warned of which limit and when, and the one digest of a person on a day. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"language", "calendar", "agency", "deadline", "access"})
package vn.motcua.warning;
