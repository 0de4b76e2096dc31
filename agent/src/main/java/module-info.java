/** The daemon and its command line. */
module io.panelwatch.agent {
  requires transitive io.panelwatch.display;
  requires transitive io.panelwatch.hal;
  requires io.panelwatch.hal.linux;
  requires io.panelwatch.hal.pi4j;
  requires static transitive org.jspecify;

  exports io.panelwatch.agent.fault;
  exports io.panelwatch.agent.health;
  exports io.panelwatch.agent.state;
}
