/** Agencies, units and posts of the province as dated data, and who holds which power. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language"})
package vn.motcua.agency;
