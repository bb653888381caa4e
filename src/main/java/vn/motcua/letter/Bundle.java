package vn.motcua.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Many papers as one, for one click on a printer. */
final class Bundle {

  private Bundle() {}

  static byte[] of(List<byte[]> papers) {
    if (papers.size() == 1) {
      return papers.get(0);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    PDFMergerUtility merger = new PDFMergerUtility();
    papers.forEach(paper -> merger.addSource(new RandomAccessReadBuffer(paper)));
    merger.setDestinationStream(all);
    try {
      merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }
}
