package io.panelwatch.hal.linux.hwmon;

import static io.panelwatch.hal.linux.RecordedTree.HWMON0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Humidity;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumiditySourceTest {

  private static final Measured NONE = Measured.absent();

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private RecordedTree air(String milliPercent) throws IOException {
    return tree.chip("hwmon0", "sht3x", "humidity1_input", milliPercent);
  }

  @Test
  void humidityIsReadInPercentWithItsLimits() throws IOException {
    air("81500")
        .file(HWMON0 + "humidity1_min", "20000")
        .file(HWMON0 + "humidity1_max", "80000")
        .file(HWMON0 + "humidity1_max_hyst", "79000")
        .file(HWMON0 + "humidity1_alarm", "1")
        .file(HWMON0 + "humidity1_fault", "0");

    assertEquals(
        new Humidity(
            "sht3x-humidity1",
            folder + "/" + HWMON0 + "humidity1_input",
            Measured.of(81.5),
            Measured.of(20),
            Measured.of(80),
            Measured.of(true),
            Measured.of(false)),
        humidity());
  }

  @Test
  void toleranceOfASensorInFogIsAHundredPercent() throws IOException {
    assertEquals(Measured.of(100), percent("118990"));
    assertEquals(Measured.of(0), percent("-5980"));
  }

  @Test
  void whatNoSensorCanShowIsNoHumidity() throws IOException {
    assertEquals(NONE, percent("655350"));
    assertEquals(NONE, percent("-40000"));
  }

  @Test
  void sensorThatSaysThatItIsBrokenTellsNoNumber() throws IOException {
    air("0").file(HWMON0 + "humidity1_fault", "1");

    assertEquals(NONE, humidity().percent());
    assertEquals(Measured.of(true), humidity().faultBit());
  }

  @Test
  void limitsThatLeaveNoRoomWereNeverSet() throws IOException {
    air("45000")
        .file(HWMON0 + "humidity1_min", "0")
        .file(HWMON0 + "humidity1_max", "0")
        .file(HWMON0 + "humidity1_alarm", "1");

    assertEquals(NONE, humidity().minPercent());
    assertEquals(NONE, humidity().maxPercent());
    assertEquals(NONE, humidity().alarm());
  }

  @Test
  void disabledSensorHasNoReading() throws IOException {
    air("0").file(HWMON0 + "humidity1_enable", "0");

    assertEquals(NONE, humidity().percent());
  }

  private Measured percent(String milliPercent) throws IOException {
    return air(milliPercent).humidities().getFirst().percent();
  }

  private Humidity humidity() throws IOException {
    return tree.humidities().getFirst();
  }
}
