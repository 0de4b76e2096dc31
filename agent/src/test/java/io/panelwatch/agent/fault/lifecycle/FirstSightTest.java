package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a fault was first seen, if it was out of sight before it was one. */
final class FirstSightTest {

  private static final Measured FAILED = new Measured.Failed(5, "read", "/hwmon/fan1_input");

  private final Bench bench = Bench.only("FAN-201");

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
}
