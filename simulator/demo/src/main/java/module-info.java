/** The whole system on one machine: board, agent, broker, dispatch backend and web console. */
module io.panelwatch.simulator {
  requires io.avaje.json;
  requires io.avaje.jsonb;
  requires io.panelwatch.agent;
  requires transitive io.panelwatch.hal;
  requires io.panelwatch.simulator.board;
  requires java.sql;
  requires jdk.httpserver;
  requires org.eclipse.paho.mqttv5.client;
  requires org.tinylog.api;
  requires static transitive org.jspecify;

  exports io.panelwatch.simulator.dispatch;
  exports io.panelwatch.simulator.link;
}
