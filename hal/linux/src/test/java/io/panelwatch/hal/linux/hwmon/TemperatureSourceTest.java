package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static io.panelwatch.hal.linux.RecordedTree.components;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureSourceTest {

  private static final String ZONE = "sys/class/thermal/thermal_zone0/";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree chipAndZone() throws IOException {
    return tree.chip("hwmon0", "lm75", "temp1_input", "41500", "temp1_max", "80000")
        .file(ZONE + "type", "cpu-thermal")
        .file(ZONE + "temp", "52000");
  }

  @Test
  void milliDegreesBecomeDegrees() throws IOException {
    chipAndZone();

    Sample.Temperature board = tree.temperatures().get(0);
    Sample.Temperature soc = tree.temperatures().get(1);

    assertEquals(Measured.of(41.5), board.celsius());
    assertEquals(Measured.of(80), board.maxCelsius());
    assertEquals(Place.OTHER, board.place());
    assertEquals("cpu-thermal", soc.component());
    assertEquals(Measured.of(52), soc.celsius());
    assertEquals(Place.SOC, soc.place());
  }

  @Test
  void limitsThatMeanNoneAreNone() throws IOException {
    for (String none :
        List.of("65261850", "-273150", "0", "9223372036854775807", "-9223372036854775808")) {
      tree.chip(
          "hwmon0",
          "nvme",
          "temp1_input",
          "40000",
          "temp1_max",
          none,
          "temp1_crit",
          none,
          "temp1_crit_alarm",
          "1");
      Sample.Temperature disk = tree.temperatures().getFirst();

      assertEquals(Measured.absent(), disk.maxCelsius(), none);
      assertEquals(Measured.absent(), disk.critCelsius(), none);
      assertEquals(Measured.absent(), disk.critAlarm(), none);
      assertEquals(Place.DISK, disk.place());
    }
  }

  @Test
  void alarmWithoutAnyLimitFileIsTheChipsOwnWord() throws IOException {
    tree.chip("hwmon0", "tmp102", "temp1_input", "40000", "temp1_crit_alarm", "1");

    assertTrue(tree.temperatures().getFirst().critAlarm().is(1));
  }

  @Test
  void openDiodeIsAFaultBitAndNotACold() throws IOException {
    tree.chip("hwmon0", "lm90", "temp2_input", "-64000", "temp2_fault", "1");

    assertEquals(Measured.absent(), tree.temperatures().getFirst().celsius());
    assertEquals(Measured.of(1), tree.temperatures().getFirst().faultBit());
  }

  @Test
  void disabledChannelHasNoReading() throws IOException {
    tree.chip("hwmon0", "tmp421", "temp2_input", "-128000", "temp2_enable", "0");

    assertEquals(Measured.absent(), tree.temperatures().getFirst().celsius());
  }

  @Test
  void chipThatTheKernelMadeOfAZoneIsLeftOut() throws IOException {
    chipAndZone().chip("hwmon1", "cpu_thermal", "temp1_input", "52000");
    assertEquals(List.of("lm75-temp1", "cpu-thermal"), components(tree.temperatures()));

    tree.link("sys/class/hwmon/hwmon1/device", "../../thermal/thermal_zone0");
    assertEquals(List.of("lm75-temp1", "cpu-thermal"), components(tree.temperatures()));
  }

  @Test
  void chipWithTheNameOfAZoneAndADeviceOfItsOwnStays() throws IOException {
    chipAndZone().chip("hwmon1", "cpu_thermal", "temp1_input", "52000");
    tree.file("sys/class/hwmon/hwmon1/device/modalias", "of:NcpuT");

    assertEquals(
        List.of("lm75-temp1", "cpu_thermal-temp1", "cpu-thermal"), components(tree.temperatures()));
  }

  @Test
  void criticalTripPointIsTheZonesLimit() throws IOException {
    chipAndZone()
        .file(ZONE + "trip_point_0_type", "passive")
        .file(ZONE + "trip_point_0_temp", "70000")
        .file(ZONE + "trip_point_1_type", "critical")
        .file(ZONE + "trip_point_1_temp", "110000");

    assertEquals(Measured.of(110), tree.temperatures().get(1).critCelsius());
  }

  @Test
  void zonesOfOneTypeAreToldApart() throws IOException {
    tree.zone(0, "acpitz");
    tree.zone(1, "acpitz");

    assertEquals(
        List.of("acpitz-thermal_zone0", "acpitz-thermal_zone1"), components(tree.temperatures()));
  }

  @Test
  void packagesOfOneDriverAreNamedByTheirDevice() throws IOException {
    for (int socket = 0; socket < 2; socket++) {
      tree.folder("sys/devices/platform/coretemp." + socket)
          .chip("hwmon" + socket, "coretemp", "temp1_input", "55000")
          .link(
              "sys/class/hwmon/hwmon" + socket + "/device",
              "../../../devices/platform/coretemp." + socket);
    }

    assertEquals(List.of("coretemp-temp1", "coretemp.1-temp1"), components(tree.temperatures()));
    assertEquals(Place.SOC, tree.temperatures().getFirst().place());
  }

  @Test
  void labelInInvalidUtf8DoesNotHideThatItIsAmbient() throws IOException {
    tree.chip("hwmon0", "sht3x", "temp1_input", "21000")
        .file(
            HWMON0 + "temp1_label",
            new byte[] {(byte) 0xff, 'A', 'm', 'b', 'i', 'e', 'n', 't', (byte) 0xc3, '\n'});

    assertEquals(Place.AMBIENT, tree.temperatures().getFirst().place());
  }

  @Test
  void chipNameInInvalidUtf8IsStillAName() throws IOException {
    tree.file(HWMON0 + "name", new byte[] {'x', (byte) 0xfe, ' ', 'y', '/', '\n'})
        .file(HWMON0 + "temp1_input", "21000");

    assertEquals(List.of("x?_y_-temp1"), components(tree.temperatures()));
  }

  @Test
  void limitBelowWhatABoardRunsAtIsNoLimit() throws IOException {
    tree.chip(
        "hwmon0",
        "acpitz",
        "temp1_input",
        "27800",
        "temp1_max",
        "20800",
        "temp1_crit",
        "20800",
        "temp1_crit_alarm",
        "1");
    Sample.Temperature zone = tree.temperatures().getFirst();

    assertEquals(Measured.absent(), zone.maxCelsius());
    assertEquals(Measured.absent(), zone.critCelsius());
    assertEquals(Measured.absent(), zone.critAlarm());
  }

  @Test
  void heatOfAFurnaceIsNoLimit() throws IOException {
    tree.chip("hwmon0", "chip", "temp1_input", "40000", "temp1_crit", "255000");

    assertEquals(Measured.absent(), tree.temperatures().getFirst().critCelsius());
  }

  @Test
  void zoneThatItsFirmwareDisabledHasNoReading() throws IOException {
    chipAndZone().file(ZONE + "mode", "disabled");

    assertEquals(Measured.absent(), tree.temperatures().get(1).celsius());
  }

  @Test
  void holeInTheNumbersOfTripPointsDoesNotHideTheCriticalOne() throws IOException {
    chipAndZone()
        .file(ZONE + "trip_point_3_type", "critical")
        .file(ZONE + "trip_point_3_temp", "95000");

    assertEquals(Measured.of(95), tree.temperatures().get(1).critCelsius());
  }

  @Test
  void sensorThatAMacHasNotIsAbsentUntilItShowsATemperature() throws IOException {
    tree.chip("hwmon0", "applesmc", "temp4_input", "-127000");
    SensorSource source = tree.source(SensorFamily.TEMPERATURES);
    assertEquals(Measured.absent(), celsius(source));

    tree.file(HWMON0 + "temp4_input", "35000");
    assertEquals(Measured.of(35), celsius(source));

    tree.file(HWMON0 + "temp4_input", "-127000");
    assertEquals(Measured.of(-127), celsius(source), "it was there");
  }

  @ParameterizedTest
  @CsvSource({"thinkpad, true", "lm75, false"})
  void sensorThatAThinkPadHasNotIsAbsentAndOneThatDoesNotAnswerItsBusHasFailed(
      String chip, boolean absent) throws IOException {
    tree.chip("hwmon0", chip, "temp1_input", "41000", "temp3_input", "0");
    var recorded = new Tree(folder);
    SensorSource source =
        new TemperatureSource(
            recorded,
            tree.refusing("temp3_input", Errno.ENXIO, "read"),
            Chips.in(recorded),
            ThermalZones.in(recorded),
            new ManualClock());

    List<Sample> read = source.read().stream().map(Sample.class::cast).toList();
    assertEquals(Measured.of(41), ((Sample.Temperature) read.get(0)).celsius());
    Measured third = ((Sample.Temperature) read.get(1)).celsius();
    assertEquals(absent, third instanceof Measured.Absent);
    assertEquals(!absent, RecordedTree.failedWith(Errno.ENXIO, third));
  }

  @Test
  void radioThatIsSwitchedOffIsNoBrokenSensor() throws IOException {
    tree.file(ZONE + "type", "iwlwifi_1").file(ZONE + "temp", "52000");
    SensorSource source = tree.source(SensorFamily.TEMPERATURES);
    assertEquals(Measured.of(52), celsius(source));

    tree.file(ZONE + "temp", new byte[0]);

    assertEquals(Measured.absent(), celsius(source));
  }

  @Test
  void otherNumbersOfAMacAndOtherChipsAreToldAsTheyAre() throws IOException {
    tree.chip("hwmon0", "applesmc", "temp1_input", "-126000");
    assertEquals(Measured.of(-126), celsius(tree.source(SensorFamily.TEMPERATURES)));

    tree.chip("hwmon0", "lm75", "temp1_input", "-127000");
    assertEquals(Measured.of(-127), celsius(tree.source(SensorFamily.TEMPERATURES)));
  }

  private static Measured celsius(SensorSource source) throws IOException {
    return ((Sample.Temperature) source.read().getFirst()).celsius();
  }
}
