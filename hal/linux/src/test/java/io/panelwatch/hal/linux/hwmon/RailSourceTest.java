package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Fitted;
import io.panelwatch.hal.linux.file.FittedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RailSourceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree monitor(String milliVolts) throws IOException {
    return tree.chip(
        "hwmon0", "ina3221", "in1_input", milliVolts, "in1_min", "4750", "in1_max", "5250");
  }

  @Test
  void railIsReadWithItsLimits() throws IOException {
    Sample.Rail rail = monitor("5012").rails().getFirst();

    assertEquals("ina3221-in1", rail.component());
    assertEquals(Measured.of(5012), rail.milliVolts());
    assertEquals(Measured.of(4750), rail.minMilliVolts());
    assertEquals(Measured.of(5250), rail.maxMilliVolts());
    assertEquals(Measured.absent(), rail.lowCritAlarm());
  }

  @Test
  void limitsThatLeaveNoRoomWereNeverSet() throws IOException {
    for (String same : List.of("0", "1744")) {
      tree.chip(
          "hwmon0",
          "lm80",
          "in1_input",
          "1024",
          "in1_min",
          same,
          "in1_max",
          same,
          "in1_alarm",
          "1");
      Sample.Rail rail = tree.rails().getFirst();

      assertEquals(Measured.absent(), rail.minMilliVolts(), same);
      assertEquals(Measured.absent(), rail.maxMilliVolts(), same);
    }
  }

  @Test
  void limitsOfSuperIoChipsAreWhatTheyWokeUpWith() throws IOException {
    tree.chip("hwmon0", "nct6779", "in0_input", "1800", "in0_min", "0", "in0_max", "1744");

    assertEquals(Measured.absent(), tree.rails().getFirst().maxMilliVolts());
  }

  @Test
  void endsOfALongAreNoLimits() throws IOException {
    tree.chip(
        "hwmon0",
        "pmbus",
        "in1_input",
        "12000",
        "in1_min",
        "-9223372036854775808",
        "in1_max",
        "9223372036854775807");

    assertEquals(Measured.absent(), tree.rails().getFirst().minMilliVolts());
    assertEquals(Measured.absent(), tree.rails().getFirst().maxMilliVolts());
  }

  @Test
  void undervoltageBitOfARaspberryPiNeedsNoVoltage() throws IOException {
    tree.chip("hwmon1", "rpi_volt", "in0_lcrit_alarm", "1");

    Sample.Rail rail = tree.rails().getFirst();

    assertEquals("rpi_volt-in0", rail.component());
    assertEquals(Measured.absent(), rail.milliVolts());
    assertTrue(rail.lowCritAlarm().is(1));
    assertTrue(rail.source().endsWith("in0_lcrit_alarm"), rail.source());
  }

  @Test
  void disabledRailHasNoReading() throws IOException {
    tree.chip("hwmon0", "ina3221", "in2_input", "0", "in2_enable", "0");

    assertEquals(Measured.absent(), tree.rails().getFirst().milliVolts());
  }

  @Test
  void intrusionAndFrequencyAreNoRails() throws IOException {
    tree.chip("hwmon0", "chip", "intrusion0_alarm", "1", "in_input", "1", "inX_input", "1");

    assertEquals(List.of(), tree.rails());
  }

  @Test
  void monitorOfAPcBoardHasLimitsThatNobodySet() throws IOException {
    for (String name :
        List.of("lm80", "lm93", "nct7904", "asb100", "dme1737", "abituguru3", "asusec")) {
      tree.chip("hwmon0", name, "in1_input", "5000", "in1_min", "100", "in1_max", "200");

      assertEquals(Measured.absent(), tree.rails().getFirst().maxMilliVolts(), name);
    }
    tree.chip("hwmon0", "adt7475");
    assertEquals(Measured.of(200), tree.rails().getFirst().maxMilliVolts(), "a lab's monitor");
  }

  @Test
  void railTellsItsChipAndItsCriticalLimits() throws IOException {
    tree.chip("hwmon0", "tps53679", "in1_input", "900", "in1_lcrit", "700", "in1_crit", "1100");

    Sample.Rail rail = tree.rails().getFirst();

    assertEquals("tps53679", rail.chip());
    assertEquals(Measured.of(700), rail.lowCritMilliVolts());
    assertEquals(Measured.of(1100), rail.highCritMilliVolts());
  }

  @Test
  void firmwareOfARaspberryPiTellsOfUndervoltageWhereNoChipDoes() throws IOException {
    tree.file("sys/devices/platform/soc/soc:firmware/get_throttled", "50005");
    Sample.Rail firmware = tree.rails().getFirst();
    assertEquals("rpi_volt", firmware.chip());
    assertTrue(firmware.lowCritAlarm().is(1));

    tree.file("sys/devices/platform/soc/soc:firmware/get_throttled", "50000");
    assertTrue(tree.rails().getFirst().lowCritAlarm().is(0), "history");

    assertEquals(List.of("rpi_volt-firmware"), fitted());

    tree.chip("hwmon1", "rpi_volt", "in0_lcrit_alarm", "1");
    assertEquals(List.of("rpi_volt-in0"), RecordedTree.components(tree.rails()));
    assertEquals(List.of("rpi_volt-in0"), fitted());
  }

  private List<String> fitted() throws IOException {
    return ((FittedSource) tree.source(SensorFamily.RAILS))
        .fitted().stream().map(Fitted::component).toList();
  }

  /** As on a Raspberry Pi 5. */
  @Test
  void firmwareIsFoundWhereverItsDeviceLies() throws IOException {
    String device = "sys/devices/platform/soc@107c000000/soc@107c000000:firmware";
    String drivers = "sys/bus/platform/drivers/raspberrypi-firmware";
    tree.file(device + "/get_throttled", "1")
        .file(drivers + "/unbind", "")
        .link(drivers + "/soc@107c000000:firmware", "/" + device);

    Sample.Rail firmware = tree.rails().getFirst();

    assertTrue(firmware.lowCritAlarm().is(1));
    assertEquals(
        folder + "/" + drivers + "/soc@107c000000:firmware/get_throttled", firmware.source());
  }
}
