package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a fault was first seen, if it was out of sight before it was one. */
final class FirstSightTest {

  private static final Measured FAILED = new Measured.Failed(5, "read", "/hwmon/fan1_input");

  private final Bench bench = Bench.only("FAN-201");
  private final Bench supply = Bench.only("PWR-101");

  @Test
  void whatWasOutOfSightForLongIsFirstSeenWhenItIsSeenAgain() {
    bench.fan("fan1", 0).scan();
    bench.fan("fan1", FAILED).seconds(600);
    Instant again = bench.clock.wall().plusSeconds(1);

    bench.fan("fan1", 0).seconds(60);

    assertEquals(again, bench.active("FAN-201").first());
  }

  @Test
  void whatWasOutOfSightForAMomentWasFirstSeenBefore() {
    Instant first = bench.clock.wall();
    bench.fan("fan1", 0).scan();
    bench.fan("fan1", FAILED).seconds(5);

    bench.fan("fan1", 0).seconds(60);

    assertEquals(first, bench.active("FAN-201").first());
  }

  @Test
  void dipThatCountsNoMoreIsNotTheFirstSightOfTheNextOne() {
    supply.undervoltage(true).seconds(1).undervoltage(false).seconds(1);
    supply.clock.advance(Duration.ofMinutes(10));
    Instant again = supply.clock.wall().plusSeconds(1);

    supply.undervoltage(true).seconds(11);

    assertEquals(again, supply.active("PWR-101").first());
  }

  @Test
  void dipThatStillCountsIsTheFirstSight() {
    Instant first = supply.clock.wall().plusSeconds(1);
    supply.undervoltage(true).seconds(1).undervoltage(false).seconds(1);
    supply.clock.advance(Duration.ofMinutes(9));

    supply.undervoltage(true).seconds(11);

    assertEquals(first, supply.active("PWR-101").first());
  }
}
