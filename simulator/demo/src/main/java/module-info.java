/** The whole system on one machine: board, agent, broker, dispatch backend and web console. */
module io.panelwatch.simulator {
  requires io.panelwatch.agent;
  requires io.panelwatch.simulator.board;
  requires static transitive org.jspecify;
}
