package vn.motcua.procedure.deployment;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.xml.sax.SAXException;
import vn.motcua.procedure.ModelSchema;

/**
 * The engine's BPMN parser with the BPMN schema compiled once. The engine's own compiles the schema
 * again for every model, which is nearly half of the cost of a deployment. Validation itself and
 * the reported positions stay the same. Safe for use by many threads.
 */
class SharedSchemaParser extends BpmnParser {

  private final SAXParserFactory factory;

  SharedSchemaParser(ExpressionManager expressions, BpmnParseFactory parses) {
    super(expressions, parses);
    try {
      factory = factory();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("This JDK cannot validate BPMN", e);
    }
  }

  private static SAXParserFactory factory() throws SAXException, ParserConfigurationException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setValidating(false);
    factory.setXIncludeAware(false);
    factory.setFeature(NAMESPACE_PREFIXES, true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(DISALLOW_DOCTYPE_DECL, true);
    factory.setFeature(EXTERNAL_GENERAL_ENTITIES, false);
    factory.setFeature(EXTERNAL_PARAMETER_ENTITIES, false);
    factory.setFeature(LOAD_EXTERNAL_DTD, false);
    ModelSchema.validateWith(factory);
    return factory;
  }

  /** A parse that does not bring its own schema: the factory has it already. */
  @Override
  public BpmnParse createParse() {
    BpmnParse parse = super.createParse();
    parse.setSchemaResource(null);
    return parse;
  }

  @Override
  protected SAXParser getSaxParser() throws Exception {
    synchronized (factory) {
      return factory.newSAXParser();
    }
  }

  /** Nothing to switch: every model is validated, whatever door it comes through. */
  @Override
  protected void enableSchemaValidation(boolean enable) {}
}
