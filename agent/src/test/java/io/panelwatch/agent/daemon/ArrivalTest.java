package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.ScriptedBoard;
import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.agent.ups.UpsSource;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ArrivalTest {

  private static final SensorSource FANS = ScriptedBoard.source(SensorFamily.FANS, List::of);

  @Test
  void whatTheBoardHasIsNamedAndWhatItDoesNotHaveIsSaid() {
    var fan =
        new Reading(Quantity.FAN_RPM, "fan1", OptionalDouble.of(1200), Quality.GOOD, 0, "/hwmon");
    SensorSource supplies = ScriptedBoard.source(SensorFamily.POWER_SUPPLIES, List::of);

    assertEquals(
        List.of("fans: fan1", "no power supplies found under /scripted/POWER_SUPPLIES"),
        Arrival.lines(List.of(FANS, supplies), scan(Outcome.ANSWERED, List.of(fan))));
  }

  @Test
  void nobodyMissesAUpsThatNobodyHasConfigured() {
    var clock = new ManualClock();
    Scan nothing = scan(Outcome.ANSWERED, List.of());
    var configured = new UpsAddress("kiosk-ups", "127.0.0.1", 3493);

    assertEquals(List.of(), Arrival.lines(List.of(UpsSource.of(Optional.empty(), clock)), nothing));
    try (UpsSource ups = UpsSource.of(Optional.of(configured), clock)) {
      assertEquals(1, Arrival.lines(List.of(ups), nothing).size());
    }
  }

  @Test
  void whatHasNotAnsweredYetIsNotSaidToBeMissing() {
    assertEquals(List.of(), Arrival.lines(List.of(FANS), scan(Outcome.NOT_READ, List.of())));
    assertEquals(List.of(), Arrival.lines(List.of(FANS), scan(Outcome.HUNG, List.of())));
  }

  /** In which every source fared like that. */
  private static Scan scan(Outcome outcome, List<Reading> readings) {
    List<SourceState> sources =
        Arrays.stream(SensorFamily.values())
            .map(family -> new SourceState(family, outcome, 0, "/scripted"))
            .toList();
    return new Scan(Instant.EPOCH, true, 0, readings, sources);
  }

  @Test
  void itIsSaidOnce() {
    var said = new ArrayList<String>();
    var arrival = new Arrival(List.of(FANS), said::add);

    arrival.take(scan(Outcome.ANSWERED, List.of()));
    arrival.take(scan(Outcome.ANSWERED, List.of()));

    assertEquals(1, said.size());
  }
}
