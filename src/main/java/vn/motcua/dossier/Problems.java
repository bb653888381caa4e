package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.motcua.language.Texts;

/** Turns what this room refuses into answers that a page can put beside the field. */
@RestControllerAdvice(
    assignableTypes = {DossierController.class, CounterController.class, ScanController.class})
class Problems {

  private static final Texts TEXTS = Texts.of("dossier");

  /** {@code problems} by field; empty if it is not about a field. */
  record Problem(String message, Map<String, List<String>> problems) {
    Problem(Throwable refused) {
      this(refused.getMessage(), Map.of());
    }
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Problem wrongFields(FieldProblems refused) {
    return new Problem(TEXTS.get("problem.some", refused.problems().size()), refused.problems());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.FORBIDDEN)
  Problem notAllowed(NotAllowed refused) {
    return new Problem(refused);
  }

  @ExceptionHandler
  ResponseEntity<Problem> scan(ScanRefused refused) {
    HttpStatus status =
        refused.tooBig() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
    return ResponseEntity.status(status).body(new Problem(refused));
  }

  @ExceptionHandler({
    UnknownDossier.class,
    UnknownProcedure.class,
    UnknownDraft.class,
    UnknownScan.class
  })
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Problem unknown(RuntimeException refused) {
    return new Problem(refused);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Problem unreadable(HttpMessageNotReadableException refused) {
    if (refused.getCause() instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
      String field = path(wrong);
      String message = TEXTS.get("problem.unreadable-field", field);
      return new Problem(message, Map.of(field, List.of(message)));
    }
    return new Problem(TEXTS.get("problem.unreadable"), Map.of());
  }

  private static String path(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .collect(Collectors.joining())
        .substring(1);
  }
}
