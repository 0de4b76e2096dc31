package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.Throttling;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottlingSourceTest {

  private static final String CPU = "sys/devices/system/cpu/cpu";
  private static final String CORE = "/thermal_throttle/core_throttle_count";
  private static final String FIRMWARE = "sys/devices/platform/soc/soc:firmware/get_throttled";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree twoProcessors() throws IOException {
    return tree.file(CPU + 0 + CORE, "9")
        .file(CPU + 1 + CORE, "5")
        .folder("sys/devices/system/cpu/cpufreq")
        .folder("sys/devices/system/cpu/cpu2");
  }

  private static List<Throttling> read(SensorSource source) throws IOException {
    return source.read().stream().map(Throttling.class::cast).toList();
  }

  @Test
  void countersCountFromWhereTheyStoodAtFirst() throws IOException {
    SensorSource source = twoProcessors().source(SensorFamily.THROTTLING);
    assertEquals(Measured.of(0), read(source).getFirst().count());

    tree.file(CPU + 1 + CORE, "7");
    tree.file(CPU + 0 + "/thermal_throttle/package_throttle_count", "1000");

    assertEquals(Measured.of(2), read(source).getFirst().count());
  }

  @Test
  void processorThatGoesAndComesBackThrottlesNothing() throws IOException {
    SensorSource source = twoProcessors().source(SensorFamily.THROTTLING);
    read(source);

    tree.delete(CPU + 0 + CORE).delete(CPU + 0 + "/thermal_throttle");
    assertEquals(Measured.of(0), read(source).getFirst().count());

    tree.file(CPU + 0 + CORE, "9");
    assertEquals(Measured.of(0), read(source).getFirst().count());
  }

  @Test
  void counterThatCannotBeReadIsNotMissedWhileAnotherOneGrows() throws IOException {
    SensorSource source = twoProcessors().source(SensorFamily.THROTTLING);
    Measured before = read(source).getFirst().count();

    tree.file(CPU + 1 + CORE, "");
    assertInstanceOf(Measured.Failed.class, read(source).getFirst().count());

    tree.file(CPU + 0 + "/thermal_throttle/package_throttle_count", "1000");
    assertNotEquals(before, read(source).getFirst().count());
    assertInstanceOf(Measured.Failed.class, read(source).getFirst().count());
  }

  @Test
  void firmwareTellsThePresentAndNotItsHistory() throws IOException {
    for (String slow : List.of("2", "50004", "80008", "e0008", "0x4")) {
      assertTrue(firmware(slow).active().is(1), slow);
    }
    for (String fine : List.of("0", "50000", "50001", "f0000")) {
      assertTrue(firmware(fine).active().is(0), fine);
    }
  }

  private Throttling firmware(String bits) throws IOException {
    return read(tree.file(FIRMWARE, bits).source(SensorFamily.THROTTLING)).getFirst();
  }
}
