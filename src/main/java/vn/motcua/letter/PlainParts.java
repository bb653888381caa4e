package vn.motcua.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Parts of a letter as its template sees them, and as they are stored beside the paper. */
@Component
class PlainParts {

  private final ObjectMapper json;

  PlainParts(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Content as a template sees it and as it is stored: maps, lists and text, each letter with its
   * marks composed, as the fonts have them.
   */
  Map<String, Object> of(Map<String, Object> parts) {
    Map<String, Object> plain = json.convertValue(parts, new TypeReference<>() {});
    Map<String, Object> composed = new LinkedHashMap<>();
    plain.forEach((name, value) -> composed.put(name, composed(value)));
    return composed;
  }

  private static Object composed(Object value) {
    if (value instanceof String words) {
      return Normalizer.normalize(words, Normalizer.Form.NFC);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainParts::composed).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> composed = new LinkedHashMap<>();
      map.forEach((name, part) -> composed.put(name, composed(part)));
      return composed;
    }
    return value;
  }

  String json(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
