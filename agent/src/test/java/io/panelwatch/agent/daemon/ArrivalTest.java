package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.ScriptedBoard;
import io.panelwatch.agent.ups.UpsSource;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ArrivalTest {

  private static final Scan EMPTY = new Scan(Instant.EPOCH, true, 0, List.of());

  private static final SensorSource FANS = ScriptedBoard.source(SensorFamily.FANS, List::of);

  @Test
  void whatTheBoardHasIsNamedAndWhatItDoesNotHaveIsSaid() {
    var fan =
        new Reading(Quantity.FAN_RPM, "fan1", OptionalDouble.of(1200), Quality.GOOD, 0, "/hwmon");
    SensorSource supplies = ScriptedBoard.source(SensorFamily.POWER_SUPPLIES, List::of);

    assertEquals(
        List.of("fans: fan1", "no power supplies found under /scripted/POWER_SUPPLIES"),
        Arrival.lines(List.of(FANS, supplies), new Scan(Instant.EPOCH, true, 0, List.of(fan))));
  }

  @Test
  void nobodyMissesAUpsThatNobodyHasConfigured() {
    var clock = new ManualClock();
    var configured = new UpsAddress("kiosk-ups", "127.0.0.1", 3493);

    assertEquals(List.of(), Arrival.lines(List.of(UpsSource.of(Optional.empty(), clock)), EMPTY));
    try (UpsSource ups = UpsSource.of(Optional.of(configured), clock)) {
      assertEquals(1, Arrival.lines(List.of(ups), EMPTY).size());
    }
  }

  @Test
  void itIsSaidOnce() {
    var said = new ArrayList<String>();
    var arrival = new Arrival(List.of(FANS), said::add);

    arrival.take(EMPTY);
    arrival.take(EMPTY);

    assertEquals(1, said.size());
  }
}
