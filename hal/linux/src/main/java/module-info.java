/**
 * The board as Linux shows it: {@link io.panelwatch.hal.linux.LinuxBoard} below any root, live or
 * recorded, and {@link io.panelwatch.hal.linux.LinuxClock}. The packages below {@code
 * io.panelwatch.hal.linux} are for nobody else; how they lie is on its front page.
 *
 * <p>The only module of this house that calls native code itself: run it with {@code
 * --enable-native-access=io.panelwatch.hal.linux}. Native calls go through {@code
 * java.lang.foreign} to the C library, on amd64 and arm64. There is no JNI, and no other program is
 * ever started.
 */
module io.panelwatch.hal.linux {
  requires io.avaje.json;
  requires transitive io.panelwatch.hal;
  requires static transitive org.jspecify;

  exports io.panelwatch.hal.linux;
}
