package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SmartHealth;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes that want so many reads count no read twice. */
final class CountedReadsTest {

  private static final Measured NONE = Measured.absent();

  @Test
  void scansForOtherFamiliesDoNotMissAFanOnceMore() {
    Bench bench = Bench.only("FAN-204");
    bench.fan("fan1", 900).scan().without("fan1").seconds(1);

    for (int i = 0; i < 10; i++) {
      bench.clock.advance(Duration.ofMillis(50));
      bench.scan(Set.of(SensorFamily.POWER_SUPPLIES));
    }
    assertEquals(List.of(), bench.story());

    bench.seconds(3);
    assertEquals(List.of(), bench.story(), "four reads");
    bench.seconds(1);
    assertEquals(List.of("RAISED FAN-204 fan1"), bench.story());
  }

  @Test
  void scansForOtherFamiliesDoNotReadADeadSensorOnceMore() {
    Bench bench = Bench.only("AGT-A01");
    bench.fan("fan1", new Measured.Failed(5, "read", "/hwmon/fan1_input")).scan();

    for (int i = 0; i < 10; i++) {
      bench.clock.advance(Duration.ofMillis(50));
      bench.scan(Set.of(SensorFamily.NET_LINKS));
    }
    assertEquals(List.of(), bench.story());

    bench.seconds(4);
    assertEquals(List.of("RAISED AGT-A01 fan1"), bench.story());
  }

  @Test
  void scansForOtherFamiliesDoNotFindABrokenSensorGoneOnceMore() {
    Bench bench = Bench.only("TMP-306");
    bench.soc(40).scan().soc(-273.15).seconds(5);
    assertEquals(List.of("RAISED TMP-306 soc"), bench.story());

    bench.without("soc").seconds(1);
    isGoneAfterFourReadsOfItsFamily(bench);
  }

  @Test
  void scansForOtherFamiliesDoNotFindOneOfBeforeARestartGoneOnceMore() {
    Bench before = Bench.only("TMP-306");
    before.soc(40).scan().soc(-273.15).seconds(5);

    Bench bench = Bench.only("TMP-306").resume(before.last.active()).scan();
    isGoneAfterFourReadsOfItsFamily(bench);
  }

  private static void isGoneAfterFourReadsOfItsFamily(Bench bench) {
    for (int i = 0; i < 10; i++) {
      bench.clock.advance(Duration.ofMillis(50));
      bench.scan(Set.of(SensorFamily.POWER_SUPPLIES));
    }
    bench.seconds(3);
    assertEquals(1, bench.last.active().size(), "four reads");
    bench.seconds(1);
    assertEquals(List.of(), bench.last.active());
  }

  @Test
  void diskIsAskedOnceHoweverOftenItsAnswerIsReadAgain() {
    Bench bench = Bench.only("DSK-407");
    bench.part(disk(Measured.of(1_000))).scan().seconds(600);
    assertEquals(List.of(), bench.story());

    bench.part(disk(Measured.of(1_600))).seconds(1);
    assertEquals(List.of("RAISED DSK-407 sda"), bench.story());
  }

  @Test
  void diskThatDoesNotSayWhenItWasAskedIsAskedWithEveryScan() {
    Bench bench = Bench.only("DSK-407");
    bench.part(disk(NONE)).scan().seconds(1);

    assertEquals(List.of("RAISED DSK-407 sda"), bench.story());
  }

  private static Sample disk(Measured polled) {
    return new SmartHealth(
        "sda",
        "/run/panelwatch/smart/sda.json",
        Measured.of(false),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        polled,
        "");
  }
}
