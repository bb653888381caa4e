package vn.motcua.handover;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A sheet that is not there, or not for this person, is told in plain words. */
@RestControllerAdvice(assignableTypes = HandOverPage.class)
class HandOverProblems {

  @ExceptionHandler
  ResponseEntity<String> refused(HandOverRefused refused) {
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(refused.getMessage());
  }
}
