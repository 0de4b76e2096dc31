/**
 * The daemon and its command line.
 *
 * <p>Start at {@link io.panelwatch.agent.daemon.Daemon}, or at {@link
 * io.panelwatch.agent.command.CommandLineTool} for a command. A {@link
 * io.panelwatch.agent.health.Scanner} reads the board, a {@link
 * io.panelwatch.agent.fault.lifecycle.Lifecycle} makes faults of it, a {@link
 * io.panelwatch.agent.store.FaultStore} keeps them, and {@link io.panelwatch.agent.report} sends
 * them; {@link io.panelwatch.agent.screen.Screens} says what the LCD shows. Nothing here is native.
 */
module io.panelwatch.agent {
  requires transitive io.panelwatch.display;
  requires transitive io.panelwatch.hal;
  requires info.picocli;
  requires io.avaje.json;
  requires io.panelwatch.hal.linux;
  requires io.panelwatch.hal.pi4j;
  requires java.sql;
  requires jdk.net;
  requires org.eclipse.paho.mqttv5.client;
  requires org.tinylog.api;
  requires org.tomlj;
  requires org.xerial.sqlitejdbc;
  requires pngj;
  requires static transitive org.jspecify;

  exports io.panelwatch.agent.command;
  exports io.panelwatch.agent.config;
  exports io.panelwatch.agent.control;
  exports io.panelwatch.agent.daemon;
  exports io.panelwatch.agent.fault;
  exports io.panelwatch.agent.fault.lifecycle;
  exports io.panelwatch.agent.fault.rule;
  exports io.panelwatch.agent.health;
  exports io.panelwatch.agent.inspection;
  exports io.panelwatch.agent.metrics;
  exports io.panelwatch.agent.png;
  exports io.panelwatch.agent.probe;
  exports io.panelwatch.agent.report;
  exports io.panelwatch.agent.screen;
  exports io.panelwatch.agent.service;
  exports io.panelwatch.agent.state;
  exports io.panelwatch.agent.store;

  opens io.panelwatch.agent.command to
      info.picocli;

  uses io.panelwatch.agent.command.Subcommand;
}
