package io.panelwatch.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code [spi]}: the wiring of a panel on SPI. A line is named as {@code gpioinfo} shows it ({@code
 * GPIO25}) or by chip and offset ({@code gpiochip0:25}).
 *
 * @param device the {@code spidev} node
 * @param speedHz clock of the bus, 100 kHz to 125 MHz
 * @param dcLine data/command; a panel on 4-wire SPI needs it
 * @param resetLine the panel's RESX, where it is wired
 * @param backlightLine switches the backlight, where it is wired
 */
public record SpiSettings(
    Path device,
    int speedHz,
    Optional<String> dcLine,
    Optional<String> resetLine,
    Optional<String> backlightLine) {

  /** The first bus and chip select, at the speed that ILI9341 boards commonly bear. */
  public static final SpiSettings DEFAULT =
      new SpiSettings(
          Path.of("/dev/spidev0.0"),
          32_000_000,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
