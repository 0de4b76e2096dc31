/**
 * The ports of a board: what the agent and the LCD engine ask of hardware, and nothing about why.
 *
 * <p>Start at {@link io.panelwatch.hal.Board}: it names the board and lists its {@linkplain
 * io.panelwatch.hal.SensorSource sensor sources}. A panel is reached through {@link
 * io.panelwatch.hal.SpiDevice} and {@link io.panelwatch.hal.OutputLine}. Time comes from {@link
 * io.panelwatch.hal.BoardClock} only.
 *
 * <p>Three bindings exist: Linux' own interfaces, Pi4J, and a simulated board. Each passes the same
 * contract tests, which this module publishes as a test-jar ({@code io.panelwatch.hal.contract}).
 */
module io.panelwatch.hal {
  requires static transitive org.jspecify;

  exports io.panelwatch.hal;
}
