import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Fills outlines, with Java2D's own rasteriser and without hinting. */
final class Outlines {

  private Outlines() {}

  /** The glyph of an outline whose origin is the pen at the top of the line. */
  static AtlasFile.Glyph glyph(int codePoint, int advance, Shape outline) {
    Rectangle2D bounds = outline.getBounds2D();
    if (bounds.isEmpty()) {
      return new AtlasFile.Glyph(codePoint, advance, 0, 0, 0, new byte[0]);
    }
    int left = (int) Math.floor(bounds.getMinX());
    int top = (int) Math.floor(bounds.getMinY());
    int width = (int) Math.ceil(bounds.getMaxX()) - left;
    int height = (int) Math.ceil(bounds.getMaxY()) - top;
    byte[] coverage = fill(outline, left, top, width, height);
    return new AtlasFile.Glyph(codePoint, advance, left, top, width, coverage);
  }

  private static byte[] fill(Shape outline, int left, int top, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(-left, -top);
    g.fill(outline);
    g.dispose();
    byte[] coverage = new byte[width * height];
    for (int i = 0; i < coverage.length; i++) {
      // Alpha is the share of the pixel that the outline covers; no colour profile comes in
      // between.
      int alpha = image.getRGB(i % width, i / width) >>> 24;
      coverage[i] = (byte) ((alpha * 15 + 127) / 255);
    }
    return coverage;
  }
}
