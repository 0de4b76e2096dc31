package io.panelwatch.simulator.sheet;

import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.png.PngWriter;
import io.panelwatch.agent.screen.Screens;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.display.scene.SceneRenderer;
import io.panelwatch.display.text.Faces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Draws every sample in every size and language. Not thread-safe. */
public final class ContactSheet {

  /**
   * The size of a panel.
   *
   * @param width in pixels
   * @param height in pixels
   * @param colours what such a panel can show
   */
  public record Size(int width, int height, Colours colours) {

    /** The size of a colour panel. */
    public Size(int width, int height) {
      this(width, height, Colours.RGB);
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /** The sizes that panels come in, both ways round where people mount them so. */
  public static final List<Size> SIZES =
      List.of(
          new Size(128, 64, Colours.MONO),
          new Size(128, 160),
          new Size(170, 320),
          new Size(240, 240),
          new Size(240, 320),
          new Size(320, 240),
          new Size(480, 320),
          new Size(800, 480));

  private final Faces faces = new Faces();

  /** A sheet with nothing drawn yet. */
  public ContactSheet() {}

  /** One screen at one size. */
  public Frame draw(SampleStates.Sample sample, Size size) {
    Frame frame = new Frame(size.width(), size.height());
    new SceneRenderer(faces, size.colours())
        .render(Screens.of(sample.state(), SampleStates.MOMENT), frame);
    return frame;
  }

  /** How many characters so far had no glyph and were drawn as a box. */
  public long missingGlyphs() {
    return faces.missingGlyphs();
  }

  /**
   * Writes all of them as {@code NAME-WIDTHxHEIGHT-LANGUAGE.png}.
   *
   * @param folder made where it is missing; files of the same name are written over
   * @return how many pictures were written
   */
  public int write(Path folder) throws IOException {
    Files.createDirectories(folder);
    int written = 0;
    for (Language language : Language.values()) {
      for (SampleStates.Sample sample : SampleStates.in(language)) {
        for (Size size : SIZES) {
          Files.write(folder.resolve(fileName(sample, size, language)), png(draw(sample, size)));
          written++;
        }
      }
    }
    return written;
  }

  private static String fileName(SampleStates.Sample sample, Size size, Language language) {
    return sample.name() + "-" + size + "-" + language.name().toLowerCase(Locale.ROOT) + ".png";
  }

  private static byte[] png(Frame frame) {
    int[] rgb = new int[frame.width() * frame.height()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = rgb888(frame.pixels()[i]);
    }
    return PngWriter.write(frame.width(), frame.height(), rgb);
  }

  /** Repeats the high bits of each channel below, so that white stays white. */
  private static int rgb888(short rgb565) {
    int red = (rgb565 >> 11) & 0x1F;
    int green = (rgb565 >> 5) & 0x3F;
    int blue = rgb565 & 0x1F;
    return (((red << 3) | (red >> 2)) << 16)
        | (((green << 2) | (green >> 4)) << 8)
        | ((blue << 3) | (blue >> 2));
  }
}
