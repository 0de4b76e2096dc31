package io.panelwatch.display.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the engine knows about one kind of panel, as a text file says it.
 *
 * <pre>
 * name             ili9341                # what --panel takes
 * controller       ILI9341
 * datasheet        Ilitek ILI9341 V1.11
 * size             240 320                # pixels of the upright glass: columns rows
 * format           rgb565
 * command-clock-hz 10000000
 * pixel-clock-hz   32000000
 * reset-low-us     20
 * settle-ms        5
 * sleep-change-ms  120
 * rotation 0       0x48 0 0               # degrees, MADCTL, column offset, row offset
 * default-rotation 0
 * [init]
 * command 0x3A 0x55
 * command 0x11
 * delay 5
 * [on]
 * ...
 * </pre>
 *
 * <p>The sequences have the text form of the kernel's panel-mipi-dbi tools, so one written for
 * either serves both: {@code command} with an opcode and its parameters, {@code delay} in ms. They
 * are {@code [init]} after a reset, {@code [on]} once the first picture is in the memory, {@code
 * [sleep]}, {@code [wake]} and {@code [off]}. MADCTL comes from the rotation table, never from a
 * sequence. {@code #} begins a comment.
 *
 * @param name a word of lower-case letters, digits and dashes
 * @param controller the controller's name as its maker writes it
 * @param datasheet what the numbers were taken from
 * @param width columns of the upright glass
 * @param height rows of the upright glass
 * @param format how a pixel goes over the bus
 * @param commandClockHz the clock for commands that the datasheet rates, in hertz; what a link with
 *     one clock for both is opened with decides, see {@link io.panelwatch.display.bus.FourWireSpi}
 * @param pixelClockHz the fastest clock for pixels that is known to work, in hertz
 * @param timing the datasheet's waits
 * @param orientations what the controller is told for each rotation it can have
 * @param defaultRotation one of those
 * @param init from reset to awake, display off
 * @param on makes the picture visible
 * @param sleep from on to asleep
 * @param wake from asleep to on
 * @param off last words before the power may go
 */
public record PanelProfile(
    String name,
    String controller,
    String datasheet,
    int width,
    int height,
    ColourFormat format,
    int commandClockHz,
    int pixelClockHz,
    Timing timing,
    Map<Rotation, Orientation> orientations,
    Rotation defaultRotation,
    List<Step> init,
    List<Step> on,
    List<Step> sleep,
    List<Step> wake,
    List<Step> off) {

  private static final String SUFFIX = ".panel";
  private static final String INDEX = "index";

  /** Keeps its own copies of map and sequences. */
  public PanelProfile {
    orientations = Map.copyOf(orientations);
    init = List.copyOf(init);
    on = List.copyOf(on);
    sleep = List.copyOf(sleep);
    wake = List.copyOf(wake);
    off = List.copyOf(off);
  }

  /** The names of the profiles that come with the engine, in order. */
  public static List<String> names() {
    return resource(INDEX).orElse("").lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  /**
   * One of the profiles that come with the engine.
   *
   * @throws ProfileException when there is none of that name
   */
  public static PanelProfile load(String name) throws ProfileException {
    if (!names().contains(name)) {
      throw new ProfileException(
          "panel " + name,
          List.of(new ProfileException.Problem(0, "no such profile; there are " + names())));
    }
    return parse(name + SUFFIX, resource(name + SUFFIX).orElse(""));
  }

  /**
   * Reads a profile and checks it whole, before anything of it may reach a panel.
   *
   * @param origin where the text is from, for the errors: a file name
   * @throws ProfileException with every error and its line
   */
  public static PanelProfile parse(String origin, String text) throws ProfileException {
    return new ProfileParser(origin).parse(text);
  }

  /** Columns of the picture when it is turned so. */
  public int width(Rotation rotation) {
    return rotation.swapsSides() ? height : width;
  }

  /** Rows of the picture when it is turned so. */
  public int height(Rotation rotation) {
    return rotation.swapsSides() ? width : height;
  }

  /** What the controller is told for a rotation; empty when it cannot have it. */
  public Optional<Orientation> orientation(Rotation rotation) {
    return Optional.ofNullable(orientations.get(rotation));
  }

  private static Optional<String> resource(String file) {
    try (InputStream in = PanelProfile.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("panel profile " + file + " in the engine's jar: " + e, e);
    }
  }
}
