package io.panelwatch.display.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightRenewalTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock();
  private final NightRenewal renewal = NightRenewal.AT_THREE;
  private long lastNanos = clock.monotonicNanos();

  @Test
  void panelIsRenewedOnceANightAtThree() {
    assertEquals(
        List.of("03:00", "03:00", "03:00"),
        renewalsWithin(Duration.ofDays(3), /* attention= */ false));
  }

  @Test
  void panelIsRenewedEvery24HoursWithoutATimeOfDay() {
    clock.trustWall(false);

    assertEquals(
        List.of("08:00", "08:00"), renewalsWithin(Duration.ofDays(2), /* attention= */ false));
  }

  @Test
  void panelIsNeverRenewedWhileSomebodyIsToLook() {
    assertEquals(List.of(), renewalsWithin(Duration.ofDays(3), /* attention= */ true));
    clock.trustWall(false);
    assertEquals(List.of(), renewalsWithin(Duration.ofDays(3), /* attention= */ true));
  }

  @Test
  void panelThatWasInitialisedLateAtNightIsFresh() {
    clock.advance(Duration.ofHours(17));
    lastNanos = clock.monotonicNanos();

    clock.advance(Duration.ofHours(2).plus(Duration.ofMinutes(30)));
    assertFalse(due());
    clock.advance(Duration.ofDays(1));
    assertTrue(due());
  }

  private List<String> renewalsWithin(Duration time, boolean attention) {
    List<String> renewals = new ArrayList<>();
    long end = clock.monotonicNanos() + time.toNanos();
    while (clock.monotonicNanos() < end) {
      clock.advance(MINUTE);
      if (renewal.due(lastNanos, attention, LocalMoment.of(clock, ZoneOffset.UTC))) {
        lastNanos = clock.monotonicNanos();
        renewals.add(clock.wall().toString().substring(11, 16));
      }
    }
    return renewals;
  }

  private boolean due() {
    return renewal.due(lastNanos, /* attention= */ false, LocalMoment.of(clock, ZoneOffset.UTC));
  }
}
