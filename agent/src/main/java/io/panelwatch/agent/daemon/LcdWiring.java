package io.panelwatch.agent.daemon;

import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.hal.I2cDevice;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.util.Optional;

/** What connects the LCD with the board. */
public sealed interface LcdWiring {

  /**
   * SPI with a D/C line.
   *
   * @param spi its chip select
   * @param dataCommand D/CX (D/C#, A0)
   * @param reset RESX (RES#), where it is wired
   * @param readable whether its data output reaches MISO
   */
  record Spi(SpiDevice spi, OutputLine dataCommand, Optional<OutputLine> reset, boolean readable)
      implements LcdWiring {}

  /**
   * I2C.
   *
   * @param device its slave address
   * @param reset RES#, where it is wired
   */
  record I2c(I2cDevice device, Optional<OutputLine> reset) implements LcdWiring {}

  /**
   * Memory that a driver in the kernel shows.
   *
   * @param framebuffer opens it, as often as wanted
   */
  record Kernel(FramebufferDriver.Opener framebuffer) implements LcdWiring {}
}
