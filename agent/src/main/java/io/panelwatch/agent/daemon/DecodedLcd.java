package io.panelwatch.agent.daemon;

import io.panelwatch.display.controller.Controller;
import io.panelwatch.display.controller.ControllerTap;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import java.util.Comparator;
import java.util.Optional;

/**
 * Listens on the panel's link, and decodes with a virtual controller what was sent there: a picture
 * is proof of what the panel got.
 *
 * <p>A profile of an integrator's own is decoded by the module whose controller, glass and register
 * width it names. There may be none: then the panel works all the same, and nothing is listened to.
 */
final class DecodedLcd implements LcdWitness {

  private final ControllerProfile profile;
  private final Optional<ControllerTap> tap;

  DecodedLcd(ControllerProfile profile, BoardClock clock) {
    this.profile = profile;
    this.tap = module(profile).map(module -> new ControllerTap(module, clock));
  }

  /** The wiring to drive the panel with. */
  LcdWiring listeningOn(LcdWiring wiring) {
    return tap.map(present -> through(present, wiring)).orElse(wiring);
  }

  private static LcdWiring through(ControllerTap tap, LcdWiring wiring) {
    return switch (wiring) {
      case LcdWiring.Spi spi ->
          new LcdWiring.Spi(
              tap.spi(spi.spi()),
              tap.dataCommand(spi.dataCommand()),
              reset(tap, spi.reset()),
              spi.readable());
      case LcdWiring.I2c i2c -> new LcdWiring.I2c(tap.i2c(i2c.device()), reset(tap, i2c.reset()));
      case LcdWiring.Kernel kernel -> kernel;
    };
  }

  private static Optional<OutputLine> reset(ControllerTap tap, Optional<OutputLine> line) {
    return line.map(tap::reset);
  }

  @Override
  public void catchUp() {
    tap.ifPresent(ControllerTap::catchUp);
  }

  @Override
  public Picture picture() throws DeviceException {
    return tap.orElseThrow(this::undecodable).snapshot().picture();
  }

  private DeviceException undecodable() {
    return new DeviceException(
        0,
        "snapshot",
        "lcd",
        "panel %s: what is sent to its %s of %d x %d cannot be decoded, only %s can"
            .formatted(
                profile.name(),
                profile.controller(),
                profile.geometry().width(),
                profile.geometry().height(),
                Modules.names().stream().sorted().toList()));
  }

  /** That of the same name first. */
  private static Optional<Controller.Factory> module(ControllerProfile profile) {
    return Modules.names().stream()
        .sorted(Comparator.comparing(name -> !name.equals(profile.name())))
        .filter(name -> isSuch(name, profile))
        .findFirst()
        .flatMap(Modules::named);
  }

  private static boolean isSuch(String module, ControllerProfile profile) {
    try {
      return PanelProfile.load(module) instanceof ControllerProfile known
          && known.controller().equals(profile.controller())
          && known.geometry().equals(profile.geometry())
          && known.registerBits() == profile.registerBits();
    } catch (ProfileException e) {
      throw new IllegalStateException("the engine's own profile of " + module + " is bad", e);
    }
  }
}
