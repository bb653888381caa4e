/** The words in front of people: texts from bundles, and Vietnamese without its marks. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.motcua.language;
