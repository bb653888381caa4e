package vn.motcua.access;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/**
 * What a password must be: at least {@value #LENGTH} characters. Length is what resists guessing;
 * forced digits and signs only make people write passwords down.
 */
class LongPasswords implements PasswordPolicy {

  static final int LENGTH = 12;

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(new PasswordPolicyLengthRuleImpl(LENGTH));
  }
}
