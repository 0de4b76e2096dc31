/** A simulated board behind the ports of {@code io.panelwatch.hal}. */
module io.panelwatch.simulator.board {
  requires transitive io.panelwatch.display;
  requires transitive io.panelwatch.hal;
  requires static transitive org.jspecify;
}
