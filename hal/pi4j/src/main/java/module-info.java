/**
 * The ports bound to Pi4J; keeps its dependencies, JNA and jsch among them, out of the rest of the
 * house.
 *
 * <p>Off a Raspberry Pi, Pi4J logs three errors about the board's model whenever a context starts,
 * and one line for each transfer that fails. It logs through slf4j, whose binding belongs to the
 * application: there, {@code com.pi4j} is to be switched off ({@code level@com.pi4j = off} for
 * tinylog). Nothing is lost by it, because every failure comes back as a {@link
 * io.panelwatch.hal.DeviceException}.
 *
 * <p>Run it with {@code --enable-native-access=com.sun.jna}.
 */
module io.panelwatch.hal.pi4j {
  requires transitive io.panelwatch.hal;
  requires com.pi4j;
  requires com.pi4j.plugin.linuxfs;
  requires static transitive org.jspecify;

  exports io.panelwatch.hal.pi4j;
}
