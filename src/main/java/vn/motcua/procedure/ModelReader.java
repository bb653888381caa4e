package vn.motcua.procedure;

import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a BPMN file into a {@link Model}: one pass, well under a millisecond when warm, nothing
 * outside the file is ever opened. It does not throw for what is wrong in a file: everything it
 * could not read is in {@link Model#findings()}; {@link Model#readable()} refuses such a model.
 *
 * <p>Whether a readable model is a good one is said by the rules of {@code
 * vn.motcua.procedure.rule}. Safe for use by many threads.
 */
public final class ModelReader {

  private static final ModelReader PLAIN = new ModelReader(false);

  private static final byte[] UTF_8 =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"".getBytes(StandardCharsets.US_ASCII);

  private final boolean validating;
  private final Queue<SAXParser> idle = new ConcurrentLinkedQueue<>();

  private ModelReader(boolean validating) {
    this.validating = validating;
  }

  /** A reader for files that were validated before, such as those already deployed. */
  public static ModelReader plain() {
    return PLAIN;
  }

  private static final class Validating {
    static final ModelReader READER = new ModelReader(true);
  }

  /** A reader that validates against the BPMN 2.0 schema in the same pass. */
  public static ModelReader validating() {
    return Validating.READER;
  }

  /** Reads a file of the file system; its name in findings is the path as given. */
  public Model read(Path file) throws IOException {
    return read(file.toString().replace('\\', '/'), Files.readAllBytes(file));
  }

  /** Reads a stream to its end; closing it is left to the caller. */
  public Model read(String file, InputStream stream) throws IOException {
    return read(file, stream.readAllBytes());
  }

  /** Reads the bytes of a file. */
  public Model read(String file, byte[] bytes) {
    Draft draft = new Draft(file);
    try {
      SAXParser parser = idle.poll();
      if (parser == null) {
        parser = newParser();
      }
      parser.parse(source(bytes), new ModelHandler(draft));
      parser.reset();
      idle.add(parser);
    } catch (SAXException notXml) {
      // Noted by the handler with its position; the parser is thrown away.
      if (draft.findings.isEmpty()) {
        draft.error(draft.key, ModelHandler.SCHEMA, "model.not-xml", notXml.getMessage());
      }
    } catch (IOException | ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
    return draft.finish(bytes.length);
  }

  /**
   * The file as text where it says that it is UTF-8 and is: the parser's own decoder goes byte by
   * byte and costs a tenth of the reading. All else is left to the parser, which tells what is
   * wrong with it and where.
   */
  private static InputSource source(byte[] bytes) {
    if (Arrays.mismatch(bytes, UTF_8) == UTF_8.length) {
      try {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return new InputSource(new CharArrayReader(text.array(), 0, text.limit()));
      } catch (CharacterCodingException notUtf8) {
        // The parser names the place.
      }
    }
    return new InputSource(new ByteArrayInputStream(bytes));
  }

  private SAXParser newParser() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setValidating(false);
    factory.setXIncludeAware(false);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    if (validating) {
      ModelSchema.validateWith(factory);
    }
    return factory.newSAXParser();
  }
}
