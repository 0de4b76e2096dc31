package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Level;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A code whose levels lie on two sides, and none of them is the worse one: a rail of 12 V. */
final class SidesTest {

  private static final Measured NONE = Measured.absent();
  private static final Measured MIN = Measured.of(10_800);
  private static final int LONG = 100;

  private final Bench bench = Bench.only("PWR-102");

  @Test
  void railThatFailsTheOtherWayTellsTheLimitOfThatSide() {
    bench.part(rail(10_000, MIN)).seconds(LONG);
    assertEquals(List.of("RAISED PWR-102 12V"), bench.story());
    assertEquals(Optional.of(Level.Side.LOW), side(bench));

    bench.part(rail(14_000, MIN)).seconds(LONG);

    assertEquals(List.of("RAISED PWR-102 12V", "UPDATED PWR-102 12V"), bench.story());
    assertEquals(Optional.of(Level.Side.HIGH), side(bench));
  }

  @Test
  void railThatWasTooHighIsSoAfterARestartUntilItIsInside() {
    bench.part(rail(14_000, MIN)).seconds(LONG);
    Bench after = Bench.only("PWR-102").resume(bench.last.active());

    after.part(rail(13_100, MIN)).seconds(LONG);
    assertEquals(bench.last.active(), after.last.active());
    after.part(rail(12_900, MIN)).seconds(LONG);
    assertEquals(List.of("CLEARED PWR-102 12V"), after.story());
  }

  @Test
  void sideThatWasWellBeforeARestartNeedsNoLimitToEndTheOther() {
    bench.part(rail(14_000, MIN)).seconds(LONG);
    Bench after = Bench.only("PWR-102").resume(bench.last.active());
    var unread = new Measured.Failed(5, "read", "/hwmon/in0_min");

    after.part(rail(12_000, unread)).seconds(LONG);

    assertEquals(List.of("CLEARED PWR-102 12V"), after.story());
  }

  private static Optional<Level.Side> side(Bench bench) {
    return bench.active("PWR-102").limit().side();
  }

  private static Sample rail(double milliVolts, Measured min) {
    return new Sample.Rail(
        "12V",
        "/hwmon",
        Measured.of(milliVolts),
        min,
        Measured.of(13_200),
        NONE,
        "adt7475",
        NONE,
        NONE);
  }
}
