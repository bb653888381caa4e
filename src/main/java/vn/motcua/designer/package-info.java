/** Route sheets and catalogues become models; the index of all models. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"language", "calendar", "procedure", "agency", "deadline"})
package vn.motcua.designer;
