package vn.motcua.access;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Checks name and password where the engine keeps them, hashed. Wrong passwords make the engine
 * lock the account, 3 seconds first, then doubling up to a minute, after ten for good until an
 * administrator unlocks it; the person is told how long.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

  private final IdentityService identity;
  private final Memberships memberships;
  private final int maxAttempts;

  PasswordLogin(ProcessEngine engine, Memberships memberships) {
    this.identity = engine.getIdentityService();
    this.memberships = memberships;
    this.maxAttempts =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getLoginMaxAttempts();
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String name = login.getName().strip();
    refuseIfLocked(name);
    if (login.getCredentials() == null
        || !identity.checkPassword(name, login.getCredentials().toString())) {
      refuseIfLocked(name);
      throw new LoginRefused("login.wrong");
    }
    Membership person = memberships.of(name).orElseThrow(() -> new LoginRefused("login.wrong"));
    return UsernamePasswordAuthenticationToken.authenticated(
        person.userId(), null, AuthorityUtils.createAuthorityList(person.authorities()));
  }

  @Override
  public boolean supports(Class<?> login) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
  }

  private void refuseIfLocked(String name) {
    UserEntity user = (UserEntity) identity.createUserQuery().userId(name).singleResult();
    if (user == null) {
      return;
    }
    if (user.getAttempts() >= maxAttempts) {
      throw new LoginRefused("login.locked", maxAttempts);
    }
    Optional<Long> wait = secondsUntil(user.getLockExpirationTime());
    if (wait.isPresent()) {
      throw new LoginRefused(
          "login.wait", wait.get(), user.getAttempts(), maxAttempts - user.getAttempts());
    }
  }

  private static Optional<Long> secondsUntil(Date end) {
    long millis = end == null ? 0 : end.getTime() - ClockUtil.getCurrentTime().getTime();
    return millis > 0 ? Optional.of((millis + 999) / 1000) : Optional.empty();
  }
}
