/**
 * A simulated board behind the ports of {@code io.panelwatch.hal}, for demonstrations and tests.
 *
 * <p>Start at {@link io.panelwatch.simulator.board.SimulatedBoard}: it is a {@link
 * io.panelwatch.hal.Board} whose parts can be broken and repaired by hand ({@link
 * io.panelwatch.simulator.board.BoardChange}) or by a story ({@link
 * io.panelwatch.simulator.board.Scenario}), and it has a panel to look at ({@link
 * io.panelwatch.simulator.board.VirtualLcd}). It lives by the clock that it is given.
 */
module io.panelwatch.simulator.board {
  requires transitive io.panelwatch.display;
  requires transitive io.panelwatch.hal;
  requires static transitive org.jspecify;

  exports io.panelwatch.simulator.board;
}
