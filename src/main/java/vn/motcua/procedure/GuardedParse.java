package vn.motcua.procedure;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/**
 * The engine's own parse of a model, with the {@link AllowList} before it: the tree is judged after
 * it was read and before a single element of it is interpreted, because interpreting alone already
 * makes objects of classes that a model names. To be used, or extended, by whatever parser the
 * engine is given; it holds for every door, since all doors end here.
 */
public class GuardedParse extends BpmnParse {

  public GuardedParse(BpmnParser parser) {
    super(parser);
  }

  @Override
  protected void parseRootElement() {
    List<Finding> findings = AllowList.check(name, rootElement);
    if (findings.isEmpty()) {
      super.parseRootElement();
    } else {
      // With errors noted the engine refuses the whole deployment.
      findings.forEach(finding -> addError(finding.toString(), rootElement, finding.element()));
    }
  }
}
