package vn.motcua.letter;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.SpelMessage;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import vn.motcua.language.Texts;

/**
 * The templates of letters: those of the province in front of ours, those of a form set in front of
 * the common ones. A file of the province counts from its next use; nothing has to be started anew.
 */
@Component
class LetterTemplates {

  private static final Texts TEXTS = Texts.of("letter");
  private static final String OURS = "letters/";
  private static final String ENDING = ".html";

  private final Path dir;
  private SpringTemplateEngine engine;

  LetterTemplates(@Value("${motcua.letters.dir:}") String dir) {
    this.dir = dir.isBlank() ? null : Path.of(dir).toAbsolutePath().normalize();
  }

  /** Address of the folder in which a template's pictures stand; null without a folder. */
  String base() {
    return dir == null ? null : dir.toUri().toString();
  }

  /** True if an address is within that folder: a template takes pictures from nowhere else. */
  boolean holds(String address) {
    if (address == null || dir == null || !address.startsWith("file:")) {
      return address != null && address.startsWith("data:");
    }
    return Path.of(URI.create(address)).normalize().startsWith(dir);
  }

  /**
   * A letter as XHTML.
   *
   * @throws FaultyTemplate if there is no template, or it has a mistake
   */
  String fill(Form form, Map<String, Object> content) {
    String name = name(form);
    try {
      return engine().process(name, new Context(Texts.VIETNAMESE, content));
    } catch (TemplateProcessingException e) {
      throw faulty(e, name);
    }
  }

  /** File of a form's template, for messages. */
  String file(Form form) {
    return shown(name(form));
  }

  private String name(Form form) {
    String word = form.kind().word();
    return Stream.of(form.set().id() + "/" + word, "common/" + word)
        .filter(name -> own(name) || ours(name))
        .findFirst()
        .orElseThrow(
            () -> new FaultyTemplate(TEXTS.get("template.none", word, form.set().id()), null));
  }

  private boolean own(String name) {
    return dir != null && Files.isRegularFile(dir.resolve(name + ENDING));
  }

  private static boolean ours(String name) {
    return LetterTemplates.class.getClassLoader().getResource(OURS + name + ENDING) != null;
  }

  private String shown(String name) {
    return own(name) ? dir.resolve(name + ENDING).toString() : OURS + name + ENDING;
  }

  /** Made at the first letter: the start of the server does not wait for it. */
  private synchronized SpringTemplateEngine engine() {
    if (engine == null) {
      SpringTemplateEngine made = new SpringTemplateEngine();
      if (dir != null) {
        FileTemplateResolver files = new FileTemplateResolver();
        files.setCheckExistence(true);
        made.addTemplateResolver(set(files, dir + "/", 1, false));
      }
      // A template that is kept would hide a file that the province adds under the same name.
      made.addTemplateResolver(set(new ClassLoaderTemplateResolver(), OURS, 2, dir == null));
      engine = made;
    }
    return engine;
  }

  private static AbstractConfigurableTemplateResolver set(
      AbstractConfigurableTemplateResolver resolver, String prefix, int order, boolean cached) {
    resolver.setPrefix(prefix);
    resolver.setSuffix(ENDING);
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setOrder(order);
    resolver.setCacheable(cached);
    return resolver;
  }

  private FaultyTemplate faulty(TemplateProcessingException e, String name) {
    List<Throwable> causes =
        Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause).toList();
    TemplateProcessingException place =
        causes.stream()
            .filter(TemplateProcessingException.class::isInstance)
            .map(TemplateProcessingException.class::cast)
            .filter(cause -> cause.getLine() != null)
            .reduce((outer, inner) -> inner)
            .orElse(e);
    String file = shown(place.getTemplateName() == null ? name : place.getTemplateName());
    String line = place.getLine() == null ? "?" : place.getLine().toString();
    Throwable deepest = causes.get(causes.size() - 1);
    if (deepest instanceof SpelEvaluationException wrong
        && wrong.getMessageCode() == SpelMessage.PROPERTY_OR_FIELD_NOT_READABLE) {
      return new FaultyTemplate(
          TEXTS.get("template.unknown", file, line, wrong.getInserts()[0]), e);
    }
    return new FaultyTemplate(TEXTS.get("template.wrong", file, line, deepest.getMessage()), e);
  }
}
