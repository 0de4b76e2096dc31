/**
 * The ports of a board: what the agent and the LCD engine ask of hardware, and what the program
 * knows of itself in the same form, so that one way leads from readings to faults.
 *
 * <p>Start at {@link io.panelwatch.hal.Board}: it names the board and lists its {@linkplain
 * io.panelwatch.hal.SensorSource sensor sources}. A panel is reached through {@link
 * io.panelwatch.hal.SpiDevice} or {@link io.panelwatch.hal.I2cDevice} with {@link
 * io.panelwatch.hal.OutputLine}s, or a {@link io.panelwatch.hal.Framebuffer}, and its {@link
 * io.panelwatch.hal.Backlight}. Single lines that speak up are {@link
 * io.panelwatch.hal.InputLines}. Time comes from {@link io.panelwatch.hal.BoardClock} only.
 *
 * <p>Bindings: Linux' own interfaces (sensors, clock, events), Pi4J (SPI), and a simulated board
 * (all). Each passes the contract tests of the ports that it binds, which this module publishes as
 * a test-jar ({@code io.panelwatch.hal.contract}).
 */
module io.panelwatch.hal {
  requires static transitive org.jspecify;

  exports io.panelwatch.hal;
}
