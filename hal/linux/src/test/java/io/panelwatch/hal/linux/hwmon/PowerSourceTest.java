package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Power;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerSourceTest {

  private static final Measured NONE = Measured.absent();

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree meter(String microWatts) throws IOException {
    return tree.chip(
        "hwmon0", "fam15h_power", "power1_input", microWatts, "power1_crit", "114640000");
  }

  @Test
  void powerIsReadInWattsWithItsLimits() throws IOException {
    meter("55650000")
        .file(HWMON0 + "power1_cap", "95000000")
        .file(HWMON0 + "power1_max", "100000000")
        .file(HWMON0 + "power1_cap_alarm", "1");

    assertEquals(
        new Power(
            "fam15h_power-power1",
            folder + "/" + HWMON0 + "power1_input",
            Measured.of(55.65),
            Measured.of(95),
            Measured.of(100),
            Measured.of(114.64),
            Measured.of(true)),
        power());
  }

  /** The power meters of ACPI have nothing but the mean, and their files below {@code device/}. */
  @Test
  void meterWithNothingButTheMeanBelowItsDeviceIsRead() throws IOException {
    String device = "sys/devices/LNXSYSTM:00/ACPI000D:00/";
    tree.file(device + "name", "power_meter")
        .file(device + "power1_average", "183000000")
        .file(device + "power1_average_interval", "1000")
        .file(device + "power1_average_max", "unknown")
        .file(device + "power1_accuracy", "97.500%")
        .folder(device + "hwmon/hwmon0/power")
        .link(device + "hwmon/hwmon0/device", "../../../ACPI000D:00")
        .link("sys/class/hwmon/hwmon0", "../../devices/LNXSYSTM:00/ACPI000D:00/hwmon/hwmon0");

    assertEquals("power_meter-ACPI000D:00-power1", power().component());
    assertEquals(Measured.of(183), power().watts());
    assertTrue(power().source().endsWith("device/power1_average"), power().source());
    assertEquals(NONE, power().alarm());
  }

  @Test
  void chipWithoutANameIsCalledByItsDevice() throws IOException {
    tree.file("sys/devices/platform/occ-hwmon.1/hwmon/hwmon0/power1_input", "91000000")
        .link("sys/devices/platform/occ-hwmon.1/hwmon/hwmon0/device", "../../../occ-hwmon.1")
        .link("sys/class/hwmon/hwmon0", "../../devices/platform/occ-hwmon.1/hwmon/hwmon0");

    assertEquals("occ-hwmon.1-power1", power().component());
  }

  @Test
  void whatIsTakenNowIsToldBeforeTheMean() throws IOException {
    meter("39430000").file(HWMON0 + "power1_average", "10810000");

    assertEquals(Measured.of(39.43), power().watts());
  }

  @Test
  void meanStepsInWhereWhatIsTakenNowHasNeverBeenTold() throws IOException {
    meter("1").file(HWMON0 + "power1_average", "10810000");

    assertEquals(Measured.of(10.81), read(Errno.ENODATA, "power1_input").watts());
  }

  @Test
  void powerThatFlowsBackIsBelowZeroAndAbsurdOnesAreNone() throws IOException {
    assertEquals(Measured.of(-2.5), meter("-2500000").powers().getFirst().watts());
    assertEquals(NONE, meter("9223372036854775807").powers().getFirst().watts());
  }

  @Test
  void limitsThatNobodySetAreNone() throws IOException {
    meter("1000000")
        .file(HWMON0 + "power1_crit", "18446744073709551615")
        .file(HWMON0 + "power1_crit_alarm", "1")
        .file(HWMON0 + "power1_cap", "0");

    assertEquals(NONE, power().critWatts());
    assertEquals(NONE, power().capWatts());
    assertEquals(NONE, power().alarm());
  }

  @Test
  void disabledChannelHasNoReading() throws IOException {
    meter("1000000").file(HWMON0 + "power1_enable", "0");

    assertEquals(NONE, power().watts());
  }

  private Power power() throws IOException {
    return tree.powers().getFirst();
  }

  /** As its driver answers a read of one file with that. */
  private Power read(Errno errno, String file) throws IOException {
    var recorded = new Tree(folder);
    return new PowerSource(
            recorded, tree.refusing(file, errno, "read"), Chips.in(recorded), new ManualClock())
        .read()
        .getFirst();
  }
}
