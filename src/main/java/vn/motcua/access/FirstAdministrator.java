package vn.motcua.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.language.Texts;

/**
 * Makes the first administrator: from {@code motcua.admin.user} and {@code motcua.admin.password}
 * when a server starts that has none, or by the command {@code create-administrator}. Once there is
 * an administrator the two properties mean nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FirstAdministrator implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final Texts TEXTS = Texts.of("access");
  private static final String ID = "[a-zA-Z0-9_.@-]{1,64}";

  private final Memberships memberships;
  private final Accounts accounts;
  private final String user;
  private final String password;

  FirstAdministrator(
      Memberships memberships,
      Accounts accounts,
      @Value("${motcua.admin.user:}") String user,
      @Value("${motcua.admin.password:}") String password) {
    this.memberships = memberships;
    this.accounts = accounts;
    this.user = user;
    this.password = password;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (memberships.anyAdministrator()) {
      return;
    }
    if (user.isBlank()) {
      LOG.warn(TEXTS.get("administrator.none"));
      return;
    }
    make(user, password);
    LOG.info(TEXTS.get("administrator.made", user));
  }

  /**
   * Makes an administrator, or makes an existing account one and gives it this password.
   *
   * @throws WeakPassword if the password is too short or holds the name of the account
   * @throws IllegalArgumentException if the name has characters that an account cannot have
   */
  @Transactional
  public void make(String userId, String secret) {
    if (!userId.matches(ID)) {
      throw new IllegalArgumentException(TEXTS.get("administrator.bad-name", userId));
    }
    WeakPassword.refuse(userId, secret);
    if (memberships.of(userId).isEmpty()) {
      accounts.add(userId, TEXTS.get("role.administrator"), "", secret);
    } else {
      accounts.setPassword(userId, secret);
    }
    accounts.makeAdministrator(userId);
  }
}
