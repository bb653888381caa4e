package vn.motcua.language;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.stream.Collectors;

/**
 * Reads a file of dated data (YAML that people edit) into records. Dates are written as people
 * write them, {@code dd/MM/yyyy}, and must exist. What does not fit, a misspelt word included, is
 * refused with {@link BadData}, whose Vietnamese message names file, line, place and value; a file
 * is read whole or not at all. Safe for use by many threads.
 */
public final class DataFile {

  private static final Texts TEXTS = Texts.of("language");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(
              new JavaTimeModule()
                  .addDeserializer(LocalDate.class, new LocalDateDeserializer(Dates.FORM)))
          .build();

  private DataFile() {}

  /**
   * Reads a file of the class path.
   *
   * @throws BadData if it is missing or does not fit
   */
  public static <T> T ofClasspath(String name, Class<T> shape) {
    try (InputStream in = DataFile.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new BadData(TEXTS.get("data.missing", name));
      }
      return read(in, name, shape);
    } catch (IOException e) {
      throw new BadData(TEXTS.get("data.unreadable", name, "", e.getMessage()));
    }
  }

  /**
   * Reads a stream, which stays open.
   *
   * @param name how messages call the file
   * @throws BadData if it does not fit
   */
  public static <T> T read(InputStream in, String name, Class<T> shape) {
    try {
      MappingIterator<T> documents =
          YAML.readerFor(shape).without(JsonParser.Feature.AUTO_CLOSE_SOURCE).readValues(in);
      if (!documents.hasNextValue()) {
        throw new BadData(TEXTS.get("data.empty", name));
      }
      return documents.nextValue();
    } catch (JsonProcessingException e) {
      throw new BadData(reason(name, e));
    } catch (IOException e) {
      throw new BadData(TEXTS.get("data.unreadable", name, "", e.getMessage()));
    }
  }

  private static String reason(String name, JsonProcessingException e) {
    String at = place(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return TEXTS.get("data.unknown", name, at, unknown.getPropertyName());
    }
    if (e instanceof InvalidFormatException wrong) {
      return TEXTS.get("data.value", name, at, wrong.getValue());
    }
    BadData own = cause(e);
    if (own != null) {
      return TEXTS.get("data.unreadable", name, at, own.getMessage());
    }
    String key = e instanceof MismatchedInputException ? "data.shape" : "data.syntax";
    return TEXTS.get(key, name, at, e.getOriginalMessage());
  }

  /** A record that guards itself throws {@link BadData}; Jackson wraps it. */
  private static BadData cause(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof BadData own) {
        return own;
      }
    }
    return null;
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String line = location == null ? "" : TEXTS.get("data.line", location.getLineNr()) + " ";
    if (!(e instanceof JsonMappingException mapping)) {
      return line;
    }
    String path =
        mapping.getPath().stream()
            .map(p -> p.getFieldName() != null ? p.getFieldName() : "[" + (p.getIndex() + 1) + "]")
            .collect(Collectors.joining("."));
    return line + path;
  }
}
