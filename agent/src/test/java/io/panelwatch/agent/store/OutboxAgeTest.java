package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long the oldest report waits, whatever the wall clock has done meanwhile. */
final class OutboxAgeTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  private FaultStore open() {
    return FaultStore.open(folder, clock);
  }

  private Optional<Duration> age(FaultStore store) {
    return store.outboxStatus().oldest().map(waiting -> waiting.age(clock));
  }

  @Test
  void reportOfAClockThatCouldBeBelievedIsAsOldAsTheClockSays() {
    try (var store = open()) {
      assertEquals(Optional.empty(), age(store));
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    clock.stepWall(Duration.ofHours(62));
    try (var store = open()) {
      assertEquals(Optional.of(Duration.ofHours(62)), age(store), "the board was off");
    }
  }

  @Test
  void reportOfAClockThatWasSetLaterIsAsOldAsThisRunKnows() {
    clock.trustWall(false);
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a"), TestFaults.raised("b")), ENCODER);
      assertEquals(Optional.of(Duration.ZERO), age(store));
      clock.stepWall(Duration.ofHours(62));
      clock.trustWall(true);
      clock.advance(Duration.ofMinutes(2));
      assertEquals(Optional.of(Duration.ofMinutes(2)), age(store));

      store.acknowledge(store.outboxStatus().epoch(), 1, ENCODER);
      assertEquals(Optional.of(Duration.ZERO), age(store), "of that one no more is known");
    }
    clock.advance(Duration.ofMinutes(3));
    try (var store = open()) {
      assertEquals(Optional.of(Duration.ZERO), age(store));
      clock.advance(Duration.ofHours(25));
      assertEquals(Optional.of(Duration.ofHours(25)), age(store));
    }
  }
}
