/** The LCD engine: from a scene to the bytes on a panel's bus, and back again for proof. */
module io.panelwatch.display {
  exports io.panelwatch.display;
  exports io.panelwatch.display.bus;
  exports io.panelwatch.display.controller;
  exports io.panelwatch.display.frame;
  exports io.panelwatch.display.power;
  exports io.panelwatch.display.profile;
  exports io.panelwatch.display.scene;
  exports io.panelwatch.display.text;

  requires io.nayuki.qrcodegen;
  requires transitive io.panelwatch.hal;
  requires static transitive org.jspecify;
}
