package vn.motcua.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.agency.Organisation;
import vn.motcua.agency.Post;

/**
 * Brings the engine's groups and tenants to the organisation's posts of today when the server
 * starts, all in one transaction. A digest tells that nothing changed since; then one row is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class IdentityAtStart implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityAtStart.class);
  private static final String DIGEST = "motcua.identity.digest";

  /** To be raised when the grants change, so that a server with the same posts writes them. */
  private static final String GRANTS = "1";

  private final ObjectProvider<Organisation> organisation;
  private final PostSync posts;
  private final ManagementService engine;
  private final TransactionTemplate transaction;
  private final Clock clock;

  IdentityAtStart(
      ObjectProvider<Organisation> organisation,
      PostSync posts,
      ManagementService engine,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.organisation = organisation;
    this.posts = posts;
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Organisation province = organisation.getIfAvailable();
    List<Post> today = province == null ? List.of() : province.posts(LocalDate.now(clock));
    try {
      writeIfChanged(today);
    } catch (RuntimeException otherNodeWroteFirst) {
      LOG.debug("Writing the posts again", otherNodeWroteFirst);
      writeIfChanged(today);
    }
  }

  private void writeIfChanged(List<Post> today) {
    String digest = digest(today);
    if (digest.equals(engine.getProperties().get(DIGEST))) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          posts.write(today);
          engine.setProperty(DIGEST, digest);
        });
    LOG.info("Wrote {} posts of the organisation into the engine's identity tables", today.size());
  }

  private static String digest(List<Post> posts) {
    String text =
        posts.stream()
            .map(post -> post.id() + "\t" + PostSync.name(post))
            .sorted()
            .collect(Collectors.joining("\n", GRANTS + "\n", ""));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
