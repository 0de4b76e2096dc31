package io.panelwatch.agent.daemon;

import io.panelwatch.display.controller.ControllerTap;
import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.controller.Picture;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import java.util.Optional;

/**
 * Listens on the panel's link, and decodes with a virtual controller what was sent there: a picture
 * is proof of what the panel got.
 *
 * <p>There may be {@linkplain KnownModules no module} like that of an integrator's own profile:
 * then the panel works all the same, and nothing is listened to.
 */
final class DecodedLcd implements LcdWitness {

  private final ControllerProfile profile;
  private final Optional<ControllerTap> tap;

  DecodedLcd(ControllerProfile profile, BoardClock clock) {
    this.profile = profile;
    this.tap =
        KnownModules.of(profile)
            .flatMap(Modules::named)
            .map(module -> new ControllerTap(module, clock));
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
        "panel %s: what is sent to its %s cannot be decoded, only modules like %s can be"
            .formatted(
                profile.name(),
                KnownModules.described(profile),
                Modules.names().stream().sorted().toList()));
  }
}
