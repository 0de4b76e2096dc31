package io.panelwatch.agent.daemon;

import io.panelwatch.display.ControllerDriver;
import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.PanelDriver;
import io.panelwatch.display.bus.FourWireSpi;
import io.panelwatch.display.bus.I2cLink;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.profile.ColourFormat;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.KernelProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.scene.Colours;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;

/**
 * What an LCD is driven with, chosen by its profile and its wiring.
 *
 * @param driver drives the panel
 * @param witness knows what the panel got
 * @param colours what the panel can show
 */
record LcdParts(PanelDriver driver, LcdWitness witness, Colours colours) {

  /**
   * Puts them together; nothing is sent yet.
   *
   * @throws DeviceException when the framebuffer is not there
   * @throws IllegalArgumentException when the wiring is not one of the profile's
   */
  static LcdParts of(LcdPort port, BoardClock clock) throws DeviceException {
    return switch (port.profile()) {
      case ControllerProfile profile -> controller(port, profile, clock);
      case KernelProfile _ when port.wiring() instanceof LcdWiring.Kernel kernel ->
          framebuffer(port, kernel.framebuffer());
      case KernelProfile profile -> throw misfit(profile, port.wiring());
    };
  }

  private static LcdParts framebuffer(LcdPort port, FramebufferDriver.Opener opener)
      throws DeviceException {
    return new LcdParts(
        FramebufferDriver.open(opener, port.rotation()), new MappedLcd(opener), Colours.RGB);
  }

  private static IllegalArgumentException misfit(PanelProfile profile, LcdWiring wiring) {
    return new IllegalArgumentException(
        "panel %s cannot be wired by %s".formatted(profile.name(), wiring));
  }

  private static LcdParts controller(LcdPort port, ControllerProfile profile, BoardClock clock) {
    var decoded = new DecodedLcd(profile, clock);
    PanelLink link = link(decoded.listeningOn(port.wiring()), profile);
    var driver = new ControllerDriver(profile, port.rotation(), link, port.lines(), clock);
    boolean mono = profile.format() == ColourFormat.MONO;
    return new LcdParts(driver, decoded, mono ? Colours.MONO : Colours.RGB);
  }

  private static PanelLink link(LcdWiring wiring, ControllerProfile profile) {
    return switch (wiring) {
      case LcdWiring.Spi spi ->
          new FourWireSpi(
              spi.spi(), spi.dataCommand(), spi.reset(), spi.readable(), profile.wireRules());
      case LcdWiring.I2c i2c -> new I2cLink(i2c.device(), i2c.reset());
      case LcdWiring.Kernel kernel -> throw misfit(profile, kernel);
    };
  }
}
