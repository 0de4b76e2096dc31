/** The board as Linux shows it. The only module with native access. */
module io.panelwatch.hal.linux {
  requires transitive io.panelwatch.hal;
  requires static transitive org.jspecify;
}
