package vn.motcua.designer;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a model on disk states, read without judging it: facts of the pool or process, and the steps
 * with their properties. The rules of the procedure room judge.
 *
 * @param path the file
 * @param text its content
 * @param facts properties of the pool, else of the process
 * @param steps properties of every user task by element id, its name as {@code name}
 */
record ModelFile(
    Path path, String text, Map<String, String> facts, Map<String, Map<String, String>> steps) {

  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /** The national code; "" for a shared process. */
  String code() {
    return facts.getOrDefault("code", "");
  }

  /** All procedures below a folder, by path; a folder that does not exist has none. */
  static List<ModelFile> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<ModelFile> models = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList()) {
        read(file).filter(model -> !model.code().isEmpty()).ifPresent(models::add);
      }
      return models;
    }
  }

  /** The model of a file, or empty if it is no XML. */
  static Optional<ModelFile> read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    try {
      return Optional.of(parse(file, text));
    } catch (XMLStreamException broken) {
      return Optional.empty();
    }
  }

  /** The model of a text that is not on disk yet. */
  static ModelFile of(Path file, String text) {
    try {
      return parse(file, text);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(file.toString(), impossible);
    }
  }

  private static ModelFile parse(Path file, String text) throws XMLStreamException {
    Map<String, String> pool = new LinkedHashMap<>();
    Map<String, String> process = new LinkedHashMap<>();
    Map<String, Map<String, String>> steps = new LinkedHashMap<>();
    Map<String, String> current = null;
    XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text));
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "participant" -> current = pool;
        case "process" -> current = process;
        case "userTask" -> {
          current = new LinkedHashMap<>();
          current.put("name", attribute(reader, "name"));
          steps.put(attribute(reader, "id"), current);
        }
        case "property" -> {
          if (current != null) {
            current.put(attribute(reader, "name"), attribute(reader, "value"));
          }
        }
        case "laneSet", "callActivity", "startEvent", "subProcess" -> current = null;
        default -> {}
      }
    }
    return new ModelFile(file, text, pool.isEmpty() ? process : pool, steps);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
