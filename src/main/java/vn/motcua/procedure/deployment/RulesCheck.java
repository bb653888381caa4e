package vn.motcua.procedure.deployment;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.Finding;
import vn.motcua.procedure.Model;
import vn.motcua.procedure.rule.Rules;

/** The rules of the house, of which the reader's own findings are a part. */
@Component
class RulesCheck implements ModelCheck {

  @Override
  public List<Finding> findings(Model model) {
    return Rules.check(model);
  }
}
