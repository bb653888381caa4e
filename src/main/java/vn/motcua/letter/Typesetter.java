package vn.motcua.letter;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import vn.motcua.language.Texts;

/**
 * Sets letters in type: content and template to PDF, with the fonts embedded. Fonts are read at the
 * first letter and their measures kept. Safe for use by many threads.
 */
@Component
class Typesetter {

  private static final Texts TEXTS = Texts.of("letter");
  private static final Logger LOG = LoggerFactory.getLogger("vn.motcua.letter");
  private static final String FAMILY = "Liberation Serif";

  /** Whatever font a template names, and if it names none: there is no other. */
  private static final Set<FSFontUseCase> FOR_ALL =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_FINAL);

  /** What stands where something is to be written by hand. */
  private static final String DOTS = "………………………";

  private final LetterTemplates templates;

  Typesetter(LetterTemplates templates) {
    this.templates = templates;
  }

  /**
   * @throws FaultyTemplate if the template has a mistake
   */
  byte[] print(Form form, Map<String, Object> content) {
    return pdf(form, page(form, content));
  }

  /** The same, with a mark across each page. */
  byte[] draft(Form form, Map<String, Object> content) {
    Document page = page(form, content);
    Element mark = page.createElement("div");
    mark.setAttribute(
        "style",
        "position: fixed; top: 40%; left: 0; right: 0; text-align: center; font-size: 40pt;"
            + " font-weight: bold; color: #d9d9d9; transform: rotate(-30deg); z-index: -1");
    mark.setTextContent(TEXTS.get("draft.mark"));
    Element body = (Element) page.getElementsByTagName("body").item(0);
    body.insertBefore(mark, body.getFirstChild());
    return pdf(form, page);
  }

  private Document page(Form form, Map<String, Object> content) {
    Map<String, Object> words = new LinkedHashMap<>(content);
    words.put("dots", DOTS);
    String xhtml = templates.fill(form, words);
    try {
      return parser().parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXParseException e) {
      throw new FaultyTemplate(
          TEXTS.get("template.wrong", templates.file(form), e.getLineNumber(), e.getMessage()), e);
    } catch (SAXException | IOException e) {
      throw new FaultyTemplate(
          TEXTS.get("template.wrong", templates.file(form), "?", e.getMessage()), e);
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(null);
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] pdf(Form form, Document page) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
    DefaultObjectDrawerFactory objects = new DefaultObjectDrawerFactory();
    objects.registerDrawer("qr", new QrDrawer());
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withW3cDocument(page, templates.base())
            .useDefaultPageSize(form.page().width(), form.page().height(), PageSizeUnits.MM)
            .useObjectDrawerFactory(objects)
            .useCacheStore(CacheStore.PDF_FONT_METRICS, Press.MEASURES)
            .useExternalResourceAccessControl(
                (uri, type) -> templates.holds(uri),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
            .withDiagnosticConsumer(said -> heard(form, said))
            .withProducer("Một Cửa")
            // For archives; and no font of the machine is ever looked for.
            .usePdfAConformance(PdfAConformance.PDFA_2_B)
            .useColorProfile(Press.COLOURS)
            .toStream(pdf);
    fonts(builder);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static void fonts(PdfRendererBuilder builder) {
    font(builder, "Regular", 400, FontStyle.NORMAL);
    font(builder, "Bold", 700, FontStyle.NORMAL);
    font(builder, "Italic", 400, FontStyle.ITALIC);
    font(builder, "BoldItalic", 700, FontStyle.ITALIC);
  }

  private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
    String path = "/liberation/LiberationSerif-" + file + ".ttf";
    builder.useFont(
        () -> Typesetter.class.getResourceAsStream(path), FAMILY, weight, style, true, FOR_ALL);
  }

  private void heard(Form form, Diagnostic said) {
    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
      LOG.warn("{}: {}", templates.file(form), said.getFormattedMessage());
    }
  }

  /** What all papers share; made at the first of them, so that no start waits for it. */
  private static final class Press {

    static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    static final FSCacheEx<String, FSCacheValue> MEASURES = new FSDefaultCacheStore();

    static {
      XRLog.setLoggerImpl(new Silence());
    }
  }

  /** What the library has to say comes to us with the paper that it is about. */
  private static final class Silence implements XRLogger {

    @Override
    public void log(String where, Level level, String message) {}

    @Override
    public void log(String where, Level level, String message, Throwable thrown) {}

    @Override
    public void setLevel(String logger, Level level) {}

    @Override
    public boolean isLogLevelEnabled(Diagnostic said) {
      return false;
    }
  }
}
