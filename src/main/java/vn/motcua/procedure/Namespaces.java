package vn.motcua.procedure;

/** The namespaces that may stand in a model. */
final class Namespaces {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  static final String MODELER = "http://camunda.org/schema/modeler/1.0";
  static final String BIOC = "http://bpmn.io/schema/bpmn/biocolor/1.0";
  static final String COLOUR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private Namespaces() {}
}
