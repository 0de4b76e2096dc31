package io.panelwatch.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MetricsTextTest {

  private static final long NOW = 60_000_000_000L;

  @Test
  void beforeTheFirstScanOnlyTheProgramIsTold() {
    assertEquals(
        """
        # TYPE panelwatch_build info
        panelwatch_build_info{version="0.1.0"} 1.0
        # EOF
        """,
        MetricsText.of(Optional.empty(), "0.1.0"));
  }

  @Test
  void quantityIsAMetricAndItsComponentALabel() {
    assertTells(
        """
        # TYPE panelwatch_fan_rpm gauge
        # UNIT panelwatch_fan_rpm rpm
        # HELP panelwatch_fan_rpm fan.rpm
        panelwatch_fan_rpm{component="fan1"} 1200.0
        panelwatch_fan_rpm{component="fan2"} 900.0
        """,
        reading(Quantity.FAN_RPM, "fan1", 1200),
        reading(Quantity.TEMPERATURE_CELSIUS, "soc", 40),
        reading(Quantity.FAN_RPM, "fan2", 900));
  }

  @Test
  void counterHasItsSuffixAndASwitchNoUnit() {
    assertTells(
        """
        # TYPE panelwatch_link_carrier_changes counter
        # HELP panelwatch_link_carrier_changes link.carrier-changes
        panelwatch_link_carrier_changes_total{component="eth0"} 7.0
        """,
        reading(Quantity.LINK_CARRIER_CHANGES, "eth0", 7));
    assertTells(
        """
        # TYPE panelwatch_supply_online gauge
        # HELP panelwatch_supply_online supply.online
        panelwatch_supply_online{component="AC"} 1.0
        """,
        reading(Quantity.SUPPLY_ONLINE, "AC", 1));
  }

  @Test
  void whatIsCountedAndMayFallIsNoCounter() {
    assertTells(
        """
        # TYPE panelwatch_smart_pending gauge
        # HELP panelwatch_smart_pending smart.pending
        panelwatch_smart_pending{component="sda"} 8.0
        """,
        reading(Quantity.SMART_PENDING_SECTORS, "sda", 8));
    assertTells(
        "# TYPE panelwatch_crash_newest_seconds gauge\n",
        reading(Quantity.CRASH_NEWEST_SECONDS, "kernel", 1_772_352_000));
    assertTells(
        "# TYPE panelwatch_watchdog_card_reset gauge\n",
        reading(Quantity.WATCHDOG_CARD_RESET, "watchdog0", 1));
  }

  @Test
  void numbersAreToldInBaseUnitsAndAPercentageAsARatio() {
    assertTells(
        """
        # TYPE panelwatch_current_amperes gauge
        # UNIT panelwatch_current_amperes amperes
        # HELP panelwatch_current_amperes current
        panelwatch_current_amperes{component="ina3221-curr1"} -0.25
        """,
        reading(Quantity.CURRENT_MILLIAMPS, "ina3221-curr1", -250));
    assertTells(
        "panelwatch_rail_volts{component=\"ina3221-in1\"} 5.012\n",
        reading(Quantity.RAIL_MILLIVOLTS, "ina3221-in1", 5012));
    assertTells(
        "panelwatch_humidity_ratio{component=\"sht3x-humidity1\"} 0.452\n",
        reading(Quantity.HUMIDITY_PERCENT, "sht3x-humidity1", 45.2));
    assertTells(
        "panelwatch_clock_estimated_error_seconds{component=\"clock\"} 5.0E-4\n",
        reading(Quantity.CLOCK_ESTIMATED_ERROR_MICROS, "clock", 500));
  }

  @Test
  void energyIsACounterInJoules() {
    assertTells(
        """
        # TYPE panelwatch_energy_joules counter
        # UNIT panelwatch_energy_joules joules
        # HELP panelwatch_energy_joules energy
        panelwatch_energy_joules_total{component="ibmaem-energy1"} 1.844674407370955E13
        """,
        reading(Quantity.ENERGY_JOULES, "ibmaem-energy1", 0x1p64 / 1e6));
  }

  @Test
  void onlyGoodNumbersAreTold() {
    String text =
        text(
            new Reading(
                Quantity.FAN_RPM, "fan1", OptionalDouble.of(1), Quality.STALE, 0, "/sys/fan1"),
            new Reading(
                Quantity.FAN_RPM, "fan2", OptionalDouble.empty(), Quality.FAILED, 5, "/sys/fan2"),
            reading(Quantity.FAN_RPM, "fan3", Double.NaN),
            reading(Quantity.FAN_RPM, "fan4", Double.POSITIVE_INFINITY));

    assertTrue(!text.contains("fan_rpm"), text);
  }

  @Test
  void whatStandsForADiskIsNoMetric() {
    String text =
        text(
            reading(Quantity.SMART_IDENTITY, "sda", 0x1234),
            reading(Quantity.FILE_SYSTEM_IDENTITY, "sda1", 0x5678));

    assertTrue(!text.contains("identity"), text);
  }

  @Test
  void labelsAreEscaped() {
    assertTrue(
        text(reading(Quantity.FAN_RPM, "a\"b\\c\nd", 1))
            .contains("{component=\"a\\\"b\\\\c\\nd\"}"));
  }

  @Test
  void sourcesTellHowTheyFaredHowLongTheyTookAndHowOldTheyAre() {
    var scan =
        new Scan(
            Instant.EPOCH,
            true,
            NOW,
            List.of(),
            List.of(
                new SourceState(
                    SensorFamily.FANS, Outcome.HUNG, 0, "/sys", 1_500_000, NOW - 4_000_000_000L)));

    assertEquals(
        """
        # TYPE panelwatch_build info
        panelwatch_build_info{version="1"} 1.0
        # TYPE panelwatch_source_read_seconds gauge
        # UNIT panelwatch_source_read_seconds seconds
        # HELP panelwatch_source_read_seconds how long reading all of a family took
        panelwatch_source_read_seconds{family="fans"} 0.0015
        # TYPE panelwatch_source_age_seconds gauge
        # UNIT panelwatch_source_age_seconds seconds
        # HELP panelwatch_source_age_seconds how old the readings of a family are
        panelwatch_source_age_seconds{family="fans"} 4.0
        # TYPE panelwatch_source_answered gauge
        # HELP panelwatch_source_answered 1 where a family could be read when it was last tried
        panelwatch_source_answered{family="fans"} 0.0
        # EOF
        """,
        MetricsText.of(Optional.of(scan), "1"));
  }

  @Test
  void everyQuantityHasANameOfItsOwnThatIsAllowed() {
    Set<String> names =
        Arrays.stream(Quantity.values()).map(MetricsText::name).collect(Collectors.toSet());

    assertEquals(Quantity.values().length, names.size());
    names.forEach(name -> assertTrue(name.matches("[a-z0-9]+(_[a-z0-9]+)*"), name));
    names.forEach(name -> assertTrue(!name.endsWith("_total"), name));
  }

  private static void assertTells(String part, Reading... readings) {
    String text = text(readings);
    assertTrue(text.contains(part), () -> text + " lacks " + part);
  }

  private static String text(Reading... readings) {
    return MetricsText.of(Optional.of(new Scan(Instant.EPOCH, true, NOW, List.of(readings))), "1");
  }

  private static Reading reading(Quantity quantity, String component, double value) {
    return new Reading(
        quantity, component, OptionalDouble.of(value), Quality.GOOD, 0, "/sys/" + component);
  }
}
