package vn.motcua.workplace;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.access.Who;
import vn.motcua.dossier.WorkList;
import vn.motcua.language.Texts;

/** Lists of many steps, and one deed on many of them, as JSON. */
@RestController
class BulkController {

  private static final Texts TEXTS = Texts.of("workplace");

  private final Bulk bulk;
  private final WorkList work;
  private final OwnUnit unit;
  private final Who who;

  BulkController(Bulk bulk, WorkList work, OwnUnit unit, Who who) {
    this.bulk = bulk;
    this.work = work;
    this.unit = unit;
    this.who = who;
  }

  /** One result per step, in the order asked. */
  record Results(List<Bulk.Result> results) {}

  @GetMapping("/api/tasks/work")
  WorkList.Page mine(@RequestParam(defaultValue = "") String procedure) {
    return work.mine(who.now(), procedure);
  }

  @GetMapping("/api/tasks/unit")
  WorkList.Page ofUnit(@RequestParam(required = false) String person) {
    return unit.work(person, who.now());
  }

  @PostMapping("/api/tasks/bulk")
  Results many(@RequestBody Bulk.Order order) {
    return new Results(bulk.carryOut(order, who.now()));
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Map<String, String> notOrdered(NotOrdered refused) {
    return Map.of("message", refused.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Map<String, String> unreadable(HttpMessageNotReadableException wrong) {
    return Map.of("message", TEXTS.get("bulk.unreadable"));
  }
}
