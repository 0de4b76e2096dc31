import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The symbols beside readings and faults, drawn on a square of 16 x 16 units whose grid is the
 * pixels of the smallest size: there edges lie on whole units, so that they are sharp, on panels
 * without grey too.
 */
final class Symbols {

  /**
   * The first code point of the private use area; {@code scene.Symbol} names them in this order.
   */
  private static final int FIRST = 0xE000;

  private static final double UNITS = 16;

  private Symbols() {}

  static void bake(int sizePx, Path out) throws IOException {
    AtlasFile atlas = new AtlasFile(sizePx, sizePx, sizePx);
    AffineTransform scale = AffineTransform.getScaleInstance(sizePx / UNITS, sizePx / UNITS);
    int codePoint = FIRST;
    for (Area symbol : all()) {
      atlas.add(Outlines.glyph(codePoint++, sizePx, symbol.createTransformedArea(scale)));
    }
    atlas.write(out);
  }

  private static List<Area> all() {
    return List.of(
        fan(),
        mains(),
        battery(),
        thermometer(),
        disk(),
        network(),
        clock(),
        wrench(),
        warning(),
        check(),
        person(),
        phone(),
        code(),
        place(),
        board());
  }

  private static Area fan() {
    Area fan = new Area();
    for (int blade = 0; blade < 4; blade++) {
      Area ellipse = new Area(new Ellipse2D.Double(6.5, 0.5, 4.6, 7));
      fan.add(
          ellipse.createTransformedArea(
              AffineTransform.getRotateInstance(blade * Math.PI / 2, 8, 8)));
    }
    fan.subtract(disc(8, 8, 2.6));
    return with(fan, disc(8, 8, 1.5));
  }

  private static Area mains() {
    Area body = round(3, 5, 10, 7, 6);
    body.add(rect(3, 5, 10, 3));
    return with(body, rect(5, 1, 2, 4), rect(9, 1, 2, 4), rect(7, 12, 2, 4));
  }

  private static Area battery() {
    return with(frame(0, 4, 14, 8, 2), rect(14, 6, 2, 4), rect(2, 6, 1, 4), rect(3, 6, 6, 4));
  }

  private static Area thermometer() {
    Area tube = with(round(5, 0, 6, 12, 6), disc(8, 12, 4));
    tube.subtract(with(round(7, 2, 2, 5, 2), rect(7, 3, 2, 3)));
    return tube;
  }

  private static Area disk() {
    Area drive = frame(1, 3, 14, 10, 3);
    return with(drive, rect(1, 8, 14, 1), rect(11, 10, 2, 1));
  }

  private static Area network() {
    return with(
        rect(5, 1, 6, 4),
        rect(0, 11, 6, 4),
        rect(10, 11, 6, 4),
        rect(7.5, 5, 1, 3),
        rect(2.5, 8, 11, 1),
        rect(2.5, 8, 1, 3),
        rect(12.5, 8, 1, 3));
  }

  private static Area clock() {
    Area ring = disc(8, 8, 7.5);
    ring.subtract(disc(8, 8, 6));
    return with(ring, rect(7, 3.5, 1.5, 5.5), rect(7, 7.5, 4.5, 1.5));
  }

  private static Area wrench() {
    Area wrench = with(line(3, 13, 9.5, 6.5, 3.6), disc(11, 5, 4.6));
    wrench.subtract(new Area(line(11, 5, 17, -1, 3.6)));
    return wrench;
  }

  private static Area warning() {
    Area triangle = polygon(8, 1.5, 15, 14, 1, 14);
    triangle.add(
        new Area(new BasicStroke(1.6f, 0, BasicStroke.JOIN_ROUND).createStrokedShape(triangle)));
    triangle.subtract(with(rect(7, 5, 2, 5), rect(7, 11, 2, 2)));
    return triangle;
  }

  private static Area check() {
    return with(line(2, 8.5, 6, 12.5, 2.6), line(6, 12.5, 14, 3.5, 2.6));
  }

  private static Area person() {
    Area shoulders = round(2, 9, 12, 12, 10);
    shoulders.intersect(rect(0, 9, 16, 6));
    return with(shoulders, disc(8, 4.5, 3.5));
  }

  private static Area phone() {
    Area phone = round(4, 0, 8, 16, 3);
    phone.subtract(rect(5, 2, 6, 10));
    phone.subtract(rect(7, 13, 2, 1));
    return phone;
  }

  private static Area code() {
    return with(
        finder(1, 1),
        finder(9, 1),
        finder(1, 9),
        rect(9, 9, 2, 2),
        rect(13, 9, 2, 2),
        rect(11, 11, 2, 2),
        rect(9, 13, 2, 2),
        rect(13, 13, 2, 2));
  }

  private static Area place() {
    Area pin = with(disc(8, 6, 5.5), polygon(3.2, 8.5, 12.8, 8.5, 8, 16));
    pin.subtract(disc(8, 6, 2));
    return pin;
  }

  private static Area board() {
    Area board = with(frame(3, 3, 10, 10, 1), rect(6, 6, 4, 4));
    for (int pin = 4; pin < 12; pin += 3) {
      board.add(with(rect(pin, 1, 1, 2), rect(pin, 13, 1, 2)));
      board.add(with(rect(1, pin, 2, 1), rect(13, pin, 2, 1)));
    }
    return board;
  }

  private static Area finder(double x, double y) {
    return with(frame(x, y, 6, 6, 0), rect(x + 2, y + 2, 2, 2));
  }

  /** A border one unit thick. */
  private static Area frame(double x, double y, double width, double height, double arc) {
    Area frame = round(x, y, width, height, arc);
    frame.subtract(rect(x + 1, y + 1, width - 2, height - 2));
    return frame;
  }

  private static Area rect(double x, double y, double width, double height) {
    return new Area(new Rectangle2D.Double(x, y, width, height));
  }

  private static Area round(double x, double y, double width, double height, double arc) {
    return new Area(new RoundRectangle2D.Double(x, y, width, height, arc, arc));
  }

  private static Area disc(double x, double y, double radius) {
    return new Area(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static Area line(double x1, double y1, double x2, double y2, double thickness) {
    Shape line = new Line2D.Double(x1, y1, x2, y2);
    return new Area(
        new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(line));
  }

  private static Area polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return new Area(path);
  }

  private static Area with(Area first, Area... others) {
    Area all = new Area(first);
    for (Area other : others) {
      all.add(other);
    }
    return all;
  }
}
