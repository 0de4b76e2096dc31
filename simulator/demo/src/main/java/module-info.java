/** The whole system on one machine: board, agent, broker, dispatch backend and web console. */
module io.panelwatch.simulator {
  requires io.avaje.json;
  requires io.avaje.jsonb;
  requires info.picocli;
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

  provides io.panelwatch.agent.command.Subcommand with
      io.panelwatch.simulator.demo.DemoSubcommand;

  opens io.panelwatch.simulator.demo to
      info.picocli;
}
