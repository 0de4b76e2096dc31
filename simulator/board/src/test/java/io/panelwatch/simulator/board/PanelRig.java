package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.ControllerDriver;
import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.bus.FourWireSpi;
import io.panelwatch.display.bus.I2cLink;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.profile.Transport;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.Optional;

/** A panel that the engine drives over its link to a virtual module, wired whole. */
final class PanelRig implements AutoCloseable {

  static final Duration TAU = Duration.ofNanos(15_000);

  final ManualClock clock = new ManualClock();
  final SimulatedBoard board;
  final VirtualLcd lcd;
  final ControllerProfile profile;
  final Rotation rotation;
  final WireAudit wire;
  final Panel panel;
  final Frame frame;

  /**
   * A rig with a reset line and MISO.
   *
   * @param module what is on the other end
   */
  PanelRig(ControllerProfile profile, String module, Rotation rotation, Transport transport) {
    this.profile = profile;
    this.rotation = rotation;
    board = SimulatedBoard.create(clock, 1, module);
    lcd = board.lcd();
    // The supply stood long before anybody looks at the panel.
    clock.advance(Duration.ofSeconds(1));
    suffer(new LcdGlitch.Stalls(TAU));
    wire = new WireAudit(link(transport), profile, profile.mounting(rotation).orientation());
    var lines = new PanelLines(Optional.of(lcd.power()), Optional.empty());
    var driver = new ControllerDriver(profile, rotation, wire, lines, clock);
    Optional<Backlight> light =
        lcd.hasBacklight() ? Optional.of(lcd.backlight()) : Optional.empty();
    panel = new Panel(audited(driver), light, clock);
    frame = new Frame(panel.width(), panel.height());
  }

  static PanelRig of(String name, Rotation rotation, Transport transport) {
    return new PanelRig(profile(name), name, rotation, transport);
  }

  static ControllerProfile profile(String name) {
    try {
      return (ControllerProfile) PanelProfile.load(name);
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  private AuditedDriver audited(ControllerDriver driver) {
    return new AuditedDriver(driver, wire, () -> lcd.counters().displayOn());
  }

  private PanelLink link(Transport transport) {
    return switch (transport) {
      case SPI4 ->
          new FourWireSpi(
              lcd.spi(profile.clocks().pixelHz()),
              lcd.dataCommand(),
              Optional.of(lcd.reset()),
              true,
              profile.wireRules());
      case I2C -> new I2cLink(lcd.i2c(profile.i2cAddress()), Optional.of(lcd.reset()));
    };
  }

  void suffer(LcdGlitch glitch) {
    board.apply(new BoardChange.LcdSuffers(glitch));
  }

  void show() throws DeviceException, InterruptedException {
    panel.show(frame);
  }

  /** What a person in front of the panel sees, who holds its frame upright. */
  Picture seen() {
    return lcd.picture().turned((360 - rotation.degrees()) % 360);
  }

  /** Whether what is seen is the frame; empty, or the first pixel that is not. */
  Optional<String> difference() {
    Picture seen = seen();
    if (seen.width() != frame.width() || seen.height() != frame.height()) {
      return Optional.of("the picture is %d x %d".formatted(seen.width(), seen.height()));
    }
    int[] rgb = seen.rgb();
    boolean mono = profile.format() == ColourFormat.MONO;
    for (int i = 0; i < rgb.length; i++) {
      int expected = mono ? lit(frame.pixels()[i]) : rgb888(frame.pixels()[i]);
      int actual = mono ? Math.min(rgb[i], 1) : rgb[i];
      if (expected != actual) {
        return Optional.of(
            "(%d, %d) is %06X instead of %06X"
                .formatted(i % frame.width(), i / frame.width(), actual, expected));
      }
    }
    return Optional.empty();
  }

  void assertShown(String when) {
    assertEquals(Optional.empty(), difference(), () -> profile.name() + rotation + " " + when);
  }

  void assertNoViolation() {
    assertEquals("", lcd.counters().firstViolation(), () -> profile.name() + rotation);
  }

  @Override
  public void close() throws DeviceException {
    panel.close();
    board.close();
  }

  /**
   * As an 18-bit memory holds it: the highest bit below the five, the two highest below the six.
   */
  private static int rgb888(short rgb565) {
    int red = six(rgb565 >> 11 & 0x1F);
    int green = rgb565 >> 5 & 0x3F;
    int blue = six(rgb565 & 0x1F);
    return eight(red) << 16 | eight(green) << 8 | eight(blue);
  }

  private static int six(int five) {
    return five << 1 | five >> 4;
  }

  private static int eight(int six) {
    return six << 2 | six >> 4;
  }

  /** Brighter than half, by BT.601; what is near to half is not drawn in these tests. */
  static int lit(short rgb565) {
    return luma(rgb565) > 0.5 ? 1 : 0;
  }

  static double luma(short rgb565) {
    return 0.299 * (rgb565 >> 11 & 0x1F) / 31
        + 0.587 * (rgb565 >> 5 & 0x3F) / 63
        + 0.114 * (rgb565 & 0x1F) / 31;
  }
}
