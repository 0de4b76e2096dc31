package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.AlarmLoad;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.store.OutboxStatus;
import io.panelwatch.agent.store.Waiting;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a board tells of itself: how it fares, and what it is made of. */
class HealthMessageTest {

  private static final AlarmLoad QUIET =
      new AlarmLoad(0, 0, 0, false, 0, Map.of(), Optional.empty());

  private final ManualClock clock = new ManualClock();

  @Test
  void healthSaysReadingsOutboxAndDisplayAndNeverANumberThatJsonLacks() {
    var reading =
        new Reading(
            Quantity.FAN_RPM, "fan1", OptionalDouble.of(Double.NaN), Quality.GOOD, 0, "/sys/x");
    var scan = new Scan(clock.wall(), true, 0, List.of(reading));
    var waiting = new Waiting(Instant.parse("2026-03-01T07:59:00Z"), true, 0);
    var outbox = new OutboxStatus(11, 4, 9, 6, Optional.of(waiting));

    var busy =
        new AlarmLoad(
            2,
            36,
            11,
            true,
            4,
            Map.of(Severity.CRITICAL, 1, Severity.MAJOR, 30, Severity.MINOR, 5),
            Optional.of(new AlarmLoad.Frequent("FAN-201", "fan1", 30)));

    Map<String, Object> json =
        Json.parse(
            HealthMessage.of(
                new Health(
                    scan, Map.of("frames", 5L), busy, Optional.empty(), Duration.ofSeconds(30)),
                outbox,
                clock));

    assertEquals(Map.of("depth", 6L, "ageS", 60L), json.get("outbox"));
    assertEquals(Map.of("frames", 5L), json.get("display"));
    assertEquals(
        Map.of(
            "in10Minutes",
            2L,
            "in24Hours",
            36L,
            "per10Minutes",
            0.25,
            "mostIn10Minutes",
            11L,
            "flood",
            true,
            "floodMinutes",
            4L,
            "severities",
            Map.of("CRITICAL", 1L, "MAJOR", 30L, "MINOR", 5L),
            "mostFrequent",
            Map.of("code", "FAN-201", "component", "fan1", "times", 30L)),
        json.get("alarmRate"));
    Map<?, ?> told = (Map<?, ?>) ((List<?>) json.get("readings")).getFirst();
    assertEquals("fan.rpm", told.get("name"));
    assertEquals(null, told.get("value"));
  }

  @Test
  void healthTellsHowEachSourceFaredHowLongItTookAndHowOldItsReadingsAre() {
    var now = 10_000_000_000L;
    var scan =
        new Scan(
            clock.wall(),
            true,
            now,
            List.of(),
            List.of(
                new SourceState(
                    SensorFamily.FANS,
                    SourceState.Outcome.HUNG,
                    0,
                    "/sys/class/hwmon",
                    1_500_000,
                    now - 4_200_000_000L)));

    Map<String, Object> json =
        Json.parse(
            HealthMessage.of(
                new Health(scan, Map.of(), QUIET, Optional.empty(), Duration.ofSeconds(30)),
                new OutboxStatus(11, 4, 9, 6, Optional.empty()),
                clock));

    assertEquals(
        List.of(
            Map.of(
                "family",
                "fans",
                "outcome",
                "hung",
                "errno",
                0L,
                "path",
                "/sys/class/hwmon",
                "tookMicros",
                1500L,
                "ageMs",
                4200L)),
        json.get("sources"));
  }

  @Test
  void healthTellsThatATechnicianIsAtWork() {
    var scan = new Scan(clock.wall(), true, 0, List.of());
    var opened = new Stamp(clock.wall(), true, "boot", 0);
    var mei = new Actor(Actor.Kind.SHELL, "mei");
    var visit = new Visit("V1", opened, true, List.of(), Map.of(), mei);
    var outbox = new OutboxStatus(11, 4, 9, 6, Optional.empty());

    String told =
        HealthMessage.of(
            new Health(scan, Map.of(), QUIET, Optional.of(visit), Duration.ofSeconds(30)),
            outbox,
            clock);

    assertEquals(
        Map.of("id", "V1", "opened", clock.wall().toString(), "ne107", "C"),
        Json.parse(told).get("visit"));
  }

  @Test
  void inventoryTellsWhatTheBoardIsMadeOf() {
    var board =
        new BoardInventory(
            List.of(new BoardInventory.Disk("sda", "ata1", "WDC", "SN", "1A", 512)),
            List.of(new BoardInventory.Link("eth0", "soc/eth", "bcmgenet", "02:00:00:00:00:01")),
            List.of(
                new BoardInventory.Sensor(SensorFamily.FANS, "fan1", "CPU fan", "nct"),
                new BoardInventory.Sensor(SensorFamily.TEMPERATURES, "soc", "", "")),
            List.of(new BoardInventory.Software("linux", "6.12")));

    Map<String, Object> json =
        Json.parse(
            InventoryMessage.of(
                Bench.PROFILE,
                new Inventory(
                    board,
                    "ili9341",
                    List.of(new BoardInventory.Software("panelwatch", "0.1.0")))));

    assertEquals(Map.of("model", "Test Board", "serial", "SN-1"), json.get("board"));
    assertEquals(
        List.of(
            Map.of(
                "name",
                "sda",
                "place",
                "ata1",
                "model",
                "WDC",
                "serial",
                "SN",
                "firmware",
                "1A",
                "sizeBytes",
                512L)),
        json.get("disks"));
    assertEquals(
        List.of(Map.of("name", "fan1", "label", "CPU fan", "place", "nct")), json.get("fans"));
    assertEquals(
        List.of(Map.of("kind", "temperatures", "name", "soc", "label", "", "place", "")),
        json.get("sensors"));
    assertEquals(
        List.of(
            Map.of(
                "name",
                "eth0",
                "place",
                "soc/eth",
                "driver",
                "bcmgenet",
                "mac",
                "02:00:00:00:00:01")),
        json.get("interfaces"));
    assertEquals("ili9341", json.get("panel"));
    assertEquals(
        List.of(
            Map.of("name", "panelwatch", "version", "0.1.0"),
            Map.of("name", "linux", "version", "6.12")),
        json.get("software"));
  }
}
