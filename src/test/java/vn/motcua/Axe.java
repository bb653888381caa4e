package vn.motcua;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Looks for faults of accessibility in a page of a real browser, with axe-core: {@code
 * assertThat(Axe.faults(page)).isEmpty()}. It finds what a machine can find; that a page can be
 * used by keyboard a story has to show.
 */
public final class Axe {

  private static final String RUN =
      """
      async where => {
        const found = await axe.run(where || document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
          iframes: false
        });
        return found.violations.flatMap(rule =>
          rule.nodes.map(node => `${rule.id}: ${rule.help} – ${node.target.join(' ')}`));
      }
      """;

  private static String script;

  private Axe() {}

  /** Faults against WCAG 2.1 A and AA in the whole page as it stands, each with its place. */
  public static List<String> faults(Page page) {
    return faults(page, null);
  }

  /**
   * The same in one part of a page that is not ours as a whole.
   *
   * @param selector CSS selector of the part; null for the whole page
   */
  @SuppressWarnings("unchecked")
  public static List<String> faults(Page page, String selector) {
    page.evaluate(script());
    return (List<String>) page.evaluate(RUN, selector);
  }

  /**
   * The same in a whole page but for regions that are not ours to mend.
   *
   * @param stock CSS selectors of those regions
   */
  @SuppressWarnings("unchecked")
  public static List<String> faultsBeside(Page page, List<String> stock) {
    page.evaluate(script());
    Map<String, Object> where =
        Map.of("exclude", stock.stream().map(region -> List.of(region)).toList());
    return (List<String>) page.evaluate(RUN, where);
  }

  private static synchronized String script() {
    if (script == null) {
      try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
        script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return script;
  }
}
