package vn.motcua.warning;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.motcua.access.Colleague;
import vn.motcua.language.BadData;
import vn.motcua.language.Texts;

/**
 * Writes a digest as mail, plain and HTML, and hands it to the mail server. There is a server only
 * if {@code spring.mail.host} is set; then {@code motcua.mail.from} must be too.
 */
@Component
class DigestMail {

  private final JavaMailSender server;
  private final ITemplateEngine templates;
  private final DigestWords words;
  private final String from;

  DigestMail(
      ObjectProvider<JavaMailSender> server,
      ITemplateEngine templates,
      @Value("${motcua.url:}") String url,
      @Value("${motcua.mail.from:}") String from) {
    this.server = server.getIfAvailable();
    this.templates = templates;
    this.words = new DigestWords(Texts.VIETNAMESE, url.replaceAll("/+$", ""));
    this.from = from;
    if (this.server != null && from.isBlank()) {
      throw new BadData(Texts.of("warning").get("mail.no-sender"));
    }
  }

  boolean hasServer() {
    return server != null;
  }

  /**
   * Sends, or throws what the server answered. The id of the message is the same for a second try,
   * so a mailbox that got the first knows it again.
   */
  void send(Digest digest, Colleague to) throws MessagingException {
    MimeMessage message = server.createMimeMessage();
    MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    mail.setFrom(from);
    mail.setTo(to.email());
    mail.setSubject(words.subject(digest.content(), digest.day()));
    mail.setText(words.plain(digest.content(), to.name(), digest.day()), html(digest, to));
    message.setHeader("Message-ID", "<digest." + digest.day() + "." + id(to) + "@motcua>");
    message.setHeader("Auto-Submitted", "auto-generated");
    server.send(message);
  }

  private static String id(Colleague to) {
    return to.userId().replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private String html(Digest digest, Colleague to) {
    Context page = new Context(Texts.VIETNAMESE);
    page.setVariable("words", words);
    page.setVariable("name", to.name());
    page.setVariable("digest", digest);
    return templates.process("warning/mail", page);
  }
}
