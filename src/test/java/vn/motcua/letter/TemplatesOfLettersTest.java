package vn.motcua.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.motcua.language.DataFile;

/** Every template of every form set, with hardly anything to print and with far too much. */
@ExtendWith(OutputCaptureExtension.class)
class TemplatesOfLettersTest {

  private static final Forms FORMS =
      new Forms(DataFile.ofClasspath("letters.yaml", LetterData.class), "letters.yaml");
  private static final PlainParts CONTENTS = new PlainParts(new ObjectMapper());
  private static final Typesetter OURS = typesetter("");

  private static Typesetter typesetter(String dir) {
    return new Typesetter(new LetterTemplates(dir));
  }

  static Stream<Named<Form>> forms() {
    return FORMS.all().stream()
        .map(form -> Named.of(form.set().id() + " " + form.kind().word(), form));
  }

  private static Form slip() {
    return FORMS.all().stream().filter(f -> f.kind() == FormKind.SLIP).findFirst().orElseThrow();
  }

  private static PaperOf print(Form form, Map<String, Object> parts) throws IOException {
    return PaperOf.of(OURS.print(form, CONTENTS.of(parts)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void leavesALineOpenWhereNothingIsKnown(Form form, CapturedOutput said) throws IOException {
    PaperOf paper = print(form, Samples.bare(form));

    assertThat(paper.words()).contains("…").doesNotContainIgnoringCase("null");
    assertThat(paper.pages()).isOne();
    assertThat(said.getOut()).as("complaints about styles").doesNotContain("WARN");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void goesOnToTheNextPageAndLosesNothing(Form form) throws IOException {
    PaperOf paper = print(form, Samples.heavy(form));

    assertThat(List.of(paper.width(), paper.height()))
        .isEqualTo(List.of((long) form.page().width(), (long) form.page().height()));
    assertThat(paper.embedded()).isTrue();
    assertThat(paper.fonts()).allMatch(font -> font.startsWith("LiberationSerif"));
    assertThat(paper.words()).doesNotContainIgnoringCase("null").doesNotContain("#", "\uFFFD");
    assertThat(paper.unbroken()).contains(lastOf(form));
  }

  @Test
  void aSlipSaysWhenEachResultComesAndAReceiptNamesOnlyWhatWasGiven() throws IOException {
    Form receipt =
        FORMS.all().stream().filter(f -> f.kind() == FormKind.RECEIPT).findFirst().orElseThrow();

    assertThat(print(slip(), Samples.heavy(slip())).unbroken()).contains("cưtrúsố9–Bảohiểmxãhội");
    assertThat(print(receipt, Samples.heavy(receipt)).unbroken())
        .contains("cưtrúsố8–Bảohiểmxãhội")
        .doesNotContain("cưtrúsố9");
  }

  /** What stands at the very end of the longest list of a form. */
  private static String lastOf(Form form) {
    return switch (form.kind()) {
      case SLIP -> "quyềnsửdụngđấtsố40";
      case STOP -> "40.Hợpđồng";
      case CONTROL -> "30Phòng";
      case SLIPS, HAND_OVER, RESULT_HAND_OVER, REGISTER -> "H49.20-261123-0160";
      case SUPPLEMENT, REFUSAL, APOLOGY, SUSPENSION, INSPECTION, COUNCIL, POSTING, POSTING_END ->
          Samples.LETTERS;
      case RECEIPT -> "ĐỗVănBách";
      case FEE_RECEIPT, FEE_REFUND -> "khoảnthứ40";
    };
  }

  @Test
  void hasEveryVietnameseLetterInAllFourFaces(@TempDir Path dir) throws IOException {
    province(
        dir,
        "<html xmlns:th='http://www.thymeleaf.org'><head><title>x</title><style>body"
            + " { font-family: 'Liberation Serif' }</style></head><body>"
            + "<p th:text='${dossier.content}'></p><b th:text='${dossier.content}'></b><br/>"
            + "<i th:text='${dossier.content}'></i><br/><b><i th:text='${dossier.content}'></i></b>"
            + "</body></html>");

    PaperOf paper = PaperOf.of(print(dir, Samples.heavy(slip())));

    assertThat(paper.fonts())
        .containsExactly(
            "LiberationSerif",
            "LiberationSerif-Bold",
            "LiberationSerif-BoldItalic",
            "LiberationSerif-Italic");
    assertThat(paper.unbroken().split(Samples.LETTERS, -1)).as("once in each face").hasSize(5);
  }

  @Test
  void composesMarksThatCameApart() throws IOException {
    Map<String, Object> parts = Samples.heavy(slip());
    String apart = Normalizer.normalize("Nguyễn Thị Hường", Normalizer.Form.NFD);
    parts.put("applicant", new Parts.PartyPart(apart, false, "cccd", null, null, null, null));

    assertThat(print(slip(), parts).words()).contains("Nguyễn Thị Hường");
  }

  @Test
  void marksADraftOnEveryPage() throws IOException {
    byte[] draft = OURS.draft(slip(), CONTENTS.of(Samples.heavy(slip())));
    PaperOf paper = PaperOf.of(draft);

    assertThat(paper.pages()).isGreaterThan(1);
    assertThat(paper.unbroken().split("BẢNNHÁP", -1)).hasSize(paper.pages() + 1);
  }

  @Test
  void takesTheTemplateOfTheProvinceFromItsNextUse(@TempDir Path dir) throws IOException {
    Typesetter own = typesetter(dir.toString());
    Map<String, Object> content = CONTENTS.of(Samples.bare(slip()));
    assertThat(PaperOf.of(own.print(slip(), content)).words()).contains("Nội dung yêu cầu");

    province(dir, "<html><head><title>x</title></head><body><p>Mẫu của tỉnh</p></body></html>");

    assertThat(PaperOf.of(own.print(slip(), content)).words()).startsWith("Mẫu của tỉnh");
    Files.delete(dir.resolve("common/slip.html"));
    assertThat(PaperOf.of(own.print(slip(), content)).words()).contains("Nội dung yêu cầu");
  }

  @Test
  void namesFileAndLineOfATagThatIsNotClosed(@TempDir Path dir) throws IOException {
    province(dir, "<html>\n<body>\n<p>một<b>hai</p>\n</body></html>");

    assertThatThrownBy(() -> print(dir, Samples.bare(slip())))
        .isInstanceOf(FaultyTemplate.class)
        .hasMessageStartingWith("Mẫu giấy tờ " + dir.resolve("common/slip.html") + ", dòng 3:");
  }

  @Test
  void namesFileLineAndNameOfAValueThatDoesNotExist(@TempDir Path dir) throws IOException {
    province(
        dir,
        "<html xmlns:th='http://www.thymeleaf.org'>\n<body>\n\n<p th:text='${dossier.codee}'></p>\n"
            + "</body></html>");

    assertThatThrownBy(() -> print(dir, Samples.bare(slip())))
        .isInstanceOf(FaultyTemplate.class)
        .hasMessage(
            "Mẫu giấy tờ "
                + dir.resolve("common/slip.html")
                + ", dòng 4: không có giá trị nào tên “codee”.");
  }

  @Test
  void runsNothingThatATemplateAsksFor(@TempDir Path dir) throws IOException {
    province(
        dir,
        "<html xmlns:th='http://www.thymeleaf.org'><body>"
            + "<p th:text=\"${T(java.lang.Runtime).getRuntime().exec('id')}\"></p></body></html>");

    assertThatThrownBy(() -> print(dir, Samples.bare(slip()))).isInstanceOf(FaultyTemplate.class);
  }

  @Test
  void takesPicturesFromItsFolderAndFromNowhereElse(@TempDir Path place) throws IOException {
    Path dir = Files.createDirectories(place.resolve("templates"));
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", dir.resolve("logo.png").toFile());
    ImageIO.write(picture, "png", place.resolve("secret.png").toFile());
    province(
        dir,
        "<html><head><title>x</title></head><body><p>Ảnh</p><img src='logo.png'/>"
            + "<img src='../secret.png'/><img src='"
            + place.resolve("secret.png").toUri()
            + "'/></body></html>");

    PaperOf paper = PaperOf.of(print(dir, Samples.bare(slip())));

    assertThat(paper.words()).startsWith("Ảnh");
    assertThat(paper.pictures()).isOne();
  }

  @Test
  void tellsTheLogOfAStyleItDoesNotUnderstand(@TempDir Path dir, CapturedOutput said)
      throws IOException {
    province(
        dir,
        "<html><head><title>x</title><style>p { color: xanh đậm; dis play }</style></head>"
            + "<body><p>Chữ</p></body></html>");

    print(dir, Samples.bare(slip()));

    assertThat(said.getOut()).contains("WARN", "common/slip.html");
  }

  private static byte[] print(Path dir, Map<String, Object> parts) {
    Typesetter own = typesetter(dir.toString());
    return own.print(slip(), CONTENTS.of(parts));
  }

  private static void province(Path dir, String template) throws IOException {
    Files.createDirectories(dir.resolve("common"));
    Files.writeString(dir.resolve("common/slip.html"), template);
  }
}
