/** Working time as dated data: days off, make-up days, hours; adds limits and counts time. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"language"})
package vn.motcua.calendar;
