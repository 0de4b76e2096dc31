/** The whole system on one machine: board, agent, broker, dispatch backend and web console. */
module io.panelwatch.simulator {
  requires io.avaje.jsonb;
  requires io.panelwatch.agent;
  requires io.panelwatch.simulator.board;
  requires jdk.httpserver;
  requires org.tinylog.api;
  requires static transitive org.jspecify;

  exports io.panelwatch.simulator.link;
}
