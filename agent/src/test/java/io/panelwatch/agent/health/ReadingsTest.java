package io.panelwatch.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.CoolingDevice;
import io.panelwatch.hal.Current;
import io.panelwatch.hal.Energy;
import io.panelwatch.hal.Humidity;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Power;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.PowerSupply;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ReadingsTest {

  private static final Measured NONE = Measured.absent();

  @Test
  void everyAttributeIsAReadingWithItsQuality() {
    Sample fan =
        new Sample.Fan(
            "fan1",
            "/hwmon0/fan1_input",
            Measured.of(1200),
            Measured.notRecorded(),
            new Measured.Failed(61, "read", "/hwmon0/fan1_target"),
            NONE,
            Measured.of(Double.NaN),
            NONE,
            NONE,
            "");

    List<Reading> readings = Readings.of(fan);

    assertEquals(
        new Reading(
            Quantity.FAN_RPM,
            "fan1",
            OptionalDouble.of(1200),
            Quality.GOOD,
            0,
            "/hwmon0/fan1_input"),
        readings.getFirst());
    assertEquals(
        List.of(
            Quality.GOOD,
            Quality.NOT_RECORDED,
            Quality.FAILED,
            Quality.MISSING,
            Quality.FAILED,
            Quality.MISSING,
            Quality.MISSING,
            Quality.GOOD),
        readings.stream().map(Reading::quality).toList());
    Reading failed = readings.get(2);
    assertEquals(61, failed.errno());
    assertEquals("/hwmon0/fan1_target", failed.source(), "the very file that failed");
  }

  @Test
  void readingsBelongToTheFamilyOfTheirSample() {
    for (Sample sample :
        List.of(
            new Sample.Temperature(
                "t", "/t", Sample.Temperature.Place.SOC, NONE, NONE, NONE, NONE, "", NONE, NONE),
            new Sample.Rail("t", "/t", NONE, NONE, NONE, NONE, "", NONE, NONE),
            new Current("t", "/t", NONE, NONE, NONE, NONE, NONE, NONE),
            new Power("t", "/t", NONE, NONE, NONE, NONE, NONE),
            new Energy("t", "/t", NONE),
            new Humidity("t", "/t", NONE, NONE, NONE, NONE, NONE),
            new CoolingDevice("t", "/t", NONE, NONE),
            new Sample.FileSystem("t", "/t", "/", "/dev/a", "ext4", NONE, NONE, NONE, NONE, NONE),
            new Sample.NetLink(
                "t", "/t", NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, true),
            new Sample.Clock("t", "/t", NONE, NONE, NONE, NONE),
            new Sample.Panel("t", "/t", NONE, NONE, NONE, NONE, NONE, NONE))) {
      assertEquals(
          1,
          Readings.of(sample).stream().map(r -> r.quantity().family()).distinct().count(),
          sample::toString);
    }
  }

  @Test
  void onlyMainsAndUsbSuppliesOfTheSystemFeedTheBoard() {
    assertEquals(1, feedsBoard(PowerSupply.Type.MAINS, false));
    assertEquals(1, feedsBoard(PowerSupply.Type.USB, false));
    assertEquals(0, feedsBoard(PowerSupply.Type.USB, true));
    assertEquals(0, feedsBoard(PowerSupply.Type.BATTERY, false));
    assertEquals(0, feedsBoard(PowerSupply.Type.UPS, false));
  }

  private static double feedsBoard(PowerSupply.Type type, boolean deviceScope) {
    return Readings.of(
            new PowerSupply(
                "p", "/p", type, deviceScope, NONE, NONE, PowerSupply.Status.UNKNOWN, NONE, NONE))
        .stream()
        .filter(r -> r.quantity() == Quantity.SUPPLY_FEEDS_BOARD)
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }
}
