package vn.motcua.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * A QR code where a template says {@code <object type="qr" data="…">}: squares, not a picture, so
 * that it is sharp on any printer.
 */
final class QrDrawer implements FSObjectDrawer {

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice paper,
      RenderingContext context,
      int dotsPerPixel) {
    BitMatrix modules = encode(element.getAttribute("data"));
    float across = (float) width / dotsPerPixel;
    float down = (float) height / dotsPerPixel;
    paper.drawWithGraphics(
        (float) x, (float) y, across, down, pen -> draw(modules, pen, across, down));
    return null;
  }

  private static BitMatrix encode(String words) {
    try {
      // No margin: the white around it is the template's.
      return new QRCodeWriter()
          .encode(
              words,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  0,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8",
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalArgumentException(words, e);
    }
  }

  private static void draw(BitMatrix modules, Graphics2D pen, float width, float height) {
    double w = width / modules.getWidth();
    double h = height / modules.getHeight();
    Path2D dark = new Path2D.Double();
    for (int row = 0; row < modules.getHeight(); row++) {
      int begin = -1;
      for (int column = 0; column <= modules.getWidth(); column++) {
        boolean on = column < modules.getWidth() && modules.get(column, row);
        if (on && begin < 0) {
          begin = column;
        } else if (!on && begin >= 0) {
          dark.append(new Rectangle2D.Double(begin * w, row * h, (column - begin) * w, h), false);
          begin = -1;
        }
      }
    }
    pen.setColor(Color.BLACK);
    pen.fill(dark);
  }
}
