/** The ports bound to Pi4J; keeps its dependencies out of the rest of the house. */
module io.panelwatch.hal.pi4j {
  requires transitive io.panelwatch.hal;
  requires com.pi4j;
  requires com.pi4j.plugin.linuxfs;
  requires static transitive org.jspecify;
}
