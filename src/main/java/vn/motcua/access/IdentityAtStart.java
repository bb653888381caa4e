package vn.motcua.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.motcua.agency.Official;
import vn.motcua.agency.Officials;
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

  private final Organisation organisation;
  private final ObjectProvider<Officials> officials;
  private final PostSync posts;
  private final Accounts accounts;
  private final ManagementService engine;
  private final TransactionTemplate transaction;
  private final Clock clock;

  IdentityAtStart(
      Organisation organisation,
      ObjectProvider<Officials> officials,
      PostSync posts,
      Accounts accounts,
      ManagementService engine,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.organisation = organisation;
    this.officials = officials;
    this.posts = posts;
    this.accounts = accounts;
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    LocalDate today = LocalDate.now(clock);
    List<Post> all = organisation.posts(today);
    Officials demo = officials.getIfAvailable();
    List<Official> people = demo == null ? List.of() : demo.officials(today);
    String password = demo == null ? null : demo.firstPassword();
    try {
      writeIfChanged(all, people, password);
    } catch (RuntimeException otherNodeWroteFirst) {
      LOG.debug("Writing the posts again", otherNodeWroteFirst);
      writeIfChanged(all, people, password);
    }
  }

  private void writeIfChanged(List<Post> all, List<Official> people, String password) {
    String digest = digest(all, people);
    if (digest.equals(engine.getProperties().get(DIGEST))) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          posts.write(all);
          people.forEach(person -> accounts.keep(person, password));
          engine.setProperty(DIGEST, digest);
        });
    LOG.info("Wrote {} posts and {} accounts into the engine", all.size(), people.size());
  }

  private static String digest(List<Post> posts, List<Official> people) {
    String text =
        Stream.concat(
                posts.stream().map(post -> post.id() + "\t" + PostSync.name(post)),
                people.stream()
                    .map(
                        p ->
                            String.join(
                                "\t", p.userId(), p.name(), p.email(), p.posts().toString())))
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
