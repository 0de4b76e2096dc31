package io.panelwatch.display.golden;

import static org.junit.jupiter.api.Assertions.fail;

import io.panelwatch.display.frame.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compares frames with golden images, pixel by pixel. */
public final class GoldenImages {

  private static final Path EXPECTED = Path.of("src/test/resources/golden");
  private static final Path ACTUAL = Path.of("target/golden");

  private GoldenImages() {}

  /**
   * Fails unless a frame is exactly the golden image of that name; leaves the picture that was
   * drawn in {@code target/golden} when it is not.
   *
   * @param name without the file's extension
   */
  public static void assertMatches(Frame frame, String name) throws IOException {
    BufferedImage actual = image(frame);
    Path expected = EXPECTED.resolve(name + ".png");
    if (Boolean.getBoolean("golden.update")) {
      write(actual, expected);
      return;
    }
    if (!Files.exists(expected)) {
      fail(expected + " is missing: run with -Dgolden.update=true and look at it");
    }
    int different = differentPixels(actual, ImageIO.read(expected.toFile()));
    if (different != 0) {
      Path drawn = ACTUAL.resolve(name + ".png");
      write(actual, drawn);
      fail("%s differs in %d pixels, see %s".formatted(expected, different, drawn));
    }
  }

  /** The picture as a PNG would show it: each RGB565 channel widened to 8 bits. */
  public static BufferedImage image(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        image.setRGB(x, y, rgb888(frame.pixel(x, y) & 0xFFFF));
      }
    }
    return image;
  }

  private static int rgb888(int rgb565) {
    int red = rgb565 >> 11;
    int green = (rgb565 >> 5) & 0x3F;
    int blue = rgb565 & 0x1F;
    return ((red << 3) | (red >> 2)) << 16
        | ((green << 2) | (green >> 4)) << 8
        | ((blue << 3) | (blue >> 2));
  }

  private static int differentPixels(BufferedImage actual, BufferedImage expected) {
    if (actual.getWidth() != expected.getWidth() || actual.getHeight() != expected.getHeight()) {
      return actual.getWidth() * actual.getHeight();
    }
    int different = 0;
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        different += (actual.getRGB(x, y) ^ expected.getRGB(x, y)) << 8 == 0 ? 0 : 1;
      }
    }
    return different;
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
