/** A procedure: the facts and the route of one model, its rules, and its deployment. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language", "calendar"})
package vn.motcua.procedure;
