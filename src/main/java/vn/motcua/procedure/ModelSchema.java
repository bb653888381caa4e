package vn.motcua.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The BPMN 2.0 schema that the engine ships, compiled once for the whole program: compiling takes
 * forty times as long as checking a model with it. Safe for use by many threads.
 */
public final class ModelSchema {

  private static final String FOLDER = "/org/camunda/bpm/engine/impl/bpmn/parser/";
  private static final String XERCES = "http://apache.org/xml/features/validation/";

  private ModelSchema() {}

  private static final class Once {
    static final Schema SCHEMA = compile();
  }

  /** The compiled schema. */
  public static Schema get() {
    return Once.SCHEMA;
  }

  /**
   * Makes the parsers of a factory validate. What the validator would keep beside the verdict, the
   * type of every element and attribute, nobody reads; and the schema has no keys to be compared.
   * Leaving both out saves a third of the validation and changes no finding.
   */
  public static void validateWith(SAXParserFactory factory)
      throws ParserConfigurationException, SAXException {
    factory.setSchema(get());
    factory.setFeature(XERCES + "schema/augment-psvi", false);
    factory.setFeature(XERCES + "identity-constraint-checking", false);
  }

  private static Schema compile() {
    try (InputStream bpmn = open("BPMN20.xsd")) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      DOMImplementationLS inputs =
          (DOMImplementationLS)
              DOMImplementationRegistry.newInstance().getDOMImplementation("LS 3.0");
      // Parts are found by their name on the class path, wherever the jar is packed.
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> {
            LSInput part = inputs.createLSInput();
            part.setSystemId(systemId);
            part.setByteStream(open(systemId.substring(systemId.lastIndexOf('/') + 1)));
            return part;
          });
      return factory.newSchema(new StreamSource(bpmn, "BPMN20.xsd"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (SAXException | ReflectiveOperationException broken) {
      throw new IllegalStateException("The engine's BPMN schema cannot be compiled", broken);
    }
  }

  private static InputStream open(String part) {
    InputStream stream = ModelSchema.class.getResourceAsStream(FOLDER + part);
    if (stream == null) {
      throw new IllegalStateException("The engine ships no " + part);
    }
    return stream;
  }
}
