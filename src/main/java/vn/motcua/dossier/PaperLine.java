package vn.motcua.dossier;

import java.util.List;
import vn.motcua.language.Accentless;

/**
 * A line of the checklist of papers, as the words of the law have it.
 *
 * @param name as the procedure lists it
 * @param need {@code required}, or {@code if-any} where the words say in which case it is needed
 * @param kind word of the {@link PaperKind} that its words ask for
 */
record PaperLine(String name, String need, String kind) {

  private static final List<String> CONDITIONS =
      List.of("neu", "truong hop", "doi voi", "uy quyen", "khong bat buoc", "khong quy dinh");

  static PaperLine of(String name) {
    String words = " " + Accentless.slug(name).replace('-', ' ') + " ";
    boolean conditional = CONDITIONS.stream().anyMatch(c -> words.contains(" " + c + " "));
    return new PaperLine(name, conditional ? "if-any" : "required", Word.of(kind(words)));
  }

  private static PaperKind kind(String words) {
    if (words.startsWith(" ban sao") && words.contains(" chung thuc ")) {
      return PaperKind.CERTIFIED_COPY;
    }
    return words.startsWith(" ban sao") || words.startsWith(" ban chup")
        ? PaperKind.PHOTOCOPY
        : PaperKind.ORIGINAL;
  }
}
