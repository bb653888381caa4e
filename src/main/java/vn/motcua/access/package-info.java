/** Login, roles, who may see and complete which task. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language", "agency"})
package vn.motcua.access;
