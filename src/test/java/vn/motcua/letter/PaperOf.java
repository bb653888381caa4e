package vn.motcua.letter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF as a reader meets it: its words, its size, its fonts, its picture.
 *
 * @param words of all pages, each run of blanks as one: line by line, then column by column
 * @param unbroken words without any blank, for text that a narrow column may break anywhere
 * @param width of the first page in millimetres
 * @param embedded false if any font is not in the file
 * @param pictures of all pages
 */
record PaperOf(
    String words,
    String unbroken,
    int pages,
    long width,
    long height,
    List<String> fonts,
    boolean embedded,
    int pictures) {

  private static final Path PICTURES = Path.of("target/letters");

  /** Reads it, and keeps it with a picture of its first page for people to look at. */
  static PaperOf of(byte[] pdf, String name) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage first = new PDFRenderer(document).renderImageWithDPI(0, 110);
      ImageIO.write(first, "png", PICTURES.resolve(name + ".png").toFile());
      return of(document);
    }
  }

  static PaperOf of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return of(document);
    }
  }

  private static PaperOf of(PDDocument document) throws IOException {
    PDPage first = document.getPage(0);
    List<String> fonts = new ArrayList<>();
    boolean embedded = true;
    int pictures = 0;
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        embedded &= font.isEmbedded();
      }
      for (COSName name : page.getResources().getXObjectNames()) {
        pictures += page.getResources().isImageXObject(name) ? 1 : 0;
      }
    }
    return new PaperOf(
        words(document, true) + "| " + words(document, false),
        words(document, false).replace(" ", ""),
        document.getNumberOfPages(),
        Math.round(first.getMediaBox().getWidth() / 72 * 25.4),
        Math.round(first.getMediaBox().getHeight() / 72 * 25.4),
        fonts.stream().distinct().sorted().toList(),
        embedded,
        pictures);
  }

  private static String words(PDDocument document, boolean byPlace) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setSortByPosition(byPlace);
    return text.getText(document).replaceAll("\\s+", " ");
  }
}
