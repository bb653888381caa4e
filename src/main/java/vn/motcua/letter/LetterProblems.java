package vn.motcua.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.motcua.dossier.NotAllowed;
import vn.motcua.dossier.UnknownDossier;
import vn.motcua.language.Texts;

/**
 * Turns what this room refuses into answers: JSON for scripts, plain words for a frame that was to
 * show a paper.
 */
@RestControllerAdvice(assignableTypes = LetterController.class)
class LetterProblems {

  private static final Texts TEXTS = Texts.of("letter");

  /** {@code problems} by code of the dossier; empty if it is not about several. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Problem(String message, Map<String, String> problems) {}

  @ExceptionHandler
  ResponseEntity<?> refused(LetterRefused refused, HttpServletRequest asked) {
    return answer(HttpStatus.CONFLICT, refused.getMessage(), refused.problems(), asked);
  }

  @ExceptionHandler
  ResponseEntity<?> notAllowed(NotAllowed refused, HttpServletRequest asked) {
    return answer(HttpStatus.FORBIDDEN, refused.getMessage(), Map.of(), asked);
  }

  @ExceptionHandler({UnknownDossier.class, UnknownForm.class, UnknownLetter.class})
  ResponseEntity<?> unknown(RuntimeException refused, HttpServletRequest asked) {
    return answer(HttpStatus.NOT_FOUND, refused.getMessage(), Map.of(), asked);
  }

  @ExceptionHandler
  ResponseEntity<?> faulty(FaultyTemplate template, HttpServletRequest asked) {
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, template.getMessage(), Map.of(), asked);
  }

  @ExceptionHandler
  ResponseEntity<?> wrongValue(
      MethodArgumentTypeMismatchException wrong, HttpServletRequest asked) {
    String message = TEXTS.get("request.value", wrong.getValue(), wrong.getName());
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, message, Map.of(), asked);
  }

  @ExceptionHandler
  ResponseEntity<?> missing(
      MissingServletRequestParameterException missing, HttpServletRequest asked) {
    String message = TEXTS.get("request.missing", missing.getParameterName());
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, message, Map.of(), asked);
  }

  @ExceptionHandler
  ResponseEntity<?> unreadable(HttpMessageNotReadableException wrong, HttpServletRequest asked) {
    String message = TEXTS.get("request.unreadable");
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, message, Map.of(), asked);
  }

  private static ResponseEntity<?> answer(
      HttpStatus status, String message, Map<String, String> problems, HttpServletRequest asked) {
    String accepted = asked.getHeader(HttpHeaders.ACCEPT);
    boolean page = accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    return page
        ? ResponseEntity.status(status)
            .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
            .body(message)
        : ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_JSON)
            .body(new Problem(message, problems));
  }
}
