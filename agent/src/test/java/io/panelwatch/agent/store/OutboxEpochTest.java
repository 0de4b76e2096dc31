package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxEpochTest {

  @TempDir private Path folder;

  @Test
  void reportsThatWaitMoveToTheNewEpochInTheirOrder() {
    var clock = new ManualClock();
    var encoder = new PlaceEncoder();
    try (var store = FaultStore.open(folder, clock)) {
      store.commit(
          List.of(TestFaults.raised("a"), TestFaults.raised("b"), TestFaults.raised("c")), encoder);
      long before = store.outboxStatus().epoch();
      store.acknowledge(before, 1, encoder);
      store.skip(before, 2, encoder);

      assertEquals(AckOutcome.NEW_EPOCH, store.acknowledge(before, 40, encoder));

      assertEquals(
          List.of("skipped @1", "RAISED c @2"),
          store.outboxAfter(0, 0, 10).stream().map(OutboxRow::payload).toList());
      assertEquals(2, store.outboxStatus().depth());
      assertEquals(
          AckOutcome.ADVANCED, store.acknowledge(store.outboxStatus().epoch(), 2, encoder));
      assertEquals(0, store.outboxStatus().depth());
    }
  }

  @Test
  void depthIsRightWhileReportsOfEarlierEpochsLeave() throws IOException, SQLException {
    var clock = new ManualClock();
    var encoder = new PlaceEncoder();
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = FaultStore.open(folder, clock)) {
        store.commit(List.of(TestFaults.raised("a"), TestFaults.raised("b")), encoder);
        long first = store.outboxStatus().epoch();
        storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.ENOSPC);
        store.commit(List.of(TestFaults.raised("c"), TestFaults.raised("d")), encoder);
        long held = store.outboxStatus().epoch();
        storage.heal();
        clock.advance(RetryPace.SHORTEST);
        assertTrue(store.maintain());
        store.commit(List.of(TestFaults.raised("e")), encoder);

        assertEquals(5, store.outboxStatus().depth());
        assertEquals(AckOutcome.ADVANCED, store.acknowledge(first, 1, encoder));
        assertEquals(4, store.outboxStatus().depth());
        store.commit(List.of(TestFaults.raised("f")), encoder);
        assertEquals(AckOutcome.ADVANCED, store.acknowledge(first, 2, encoder));
        assertEquals(AckOutcome.ADVANCED, store.acknowledge(held, 1, encoder));
        assertEquals(3, store.outboxStatus().depth());

        long last = store.outboxStatus().epoch();
        assertEquals(AckOutcome.NEW_EPOCH, store.acknowledge(last, 40, encoder));
        assertEquals(3, store.outboxStatus().depth());
        assertEquals(AckOutcome.ADVANCED, store.acknowledge(held, 2, encoder));
        assertEquals(2, store.outboxStatus().depth());
      }
    }
  }

  @Test
  void reportThatCannotBeReadAnyMoreKeepsItsPlaceInTheNewEpoch() {
    var encoder =
        new PlaceEncoder() {
          @Override
          public String moved(String payload, long epoch, long seq) {
            if (payload.contains(" b ")) {
              throw new IllegalArgumentException("not as it was written");
            }
            return super.moved(payload, epoch, seq);
          }
        };
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(List.of(TestFaults.raised("a"), TestFaults.raised("b")), encoder);
      store.commit(List.of(TestFaults.raised("c")), encoder);

      store.acknowledge(store.outboxStatus().epoch(), 40, encoder);

      assertEquals(
          List.of("RAISED a @1", "skipped @2", "RAISED c @3"),
          store.outboxAfter(0, 0, 10).stream().map(OutboxRow::payload).toList());
    }
  }

  @Test
  void newEpochIsLaterThanTheOldOneAlsoWhereTheWallClockWentBack() {
    var clock = new ManualClock();
    try (var store = FaultStore.open(folder, clock)) {
      store.commit(List.of(TestFaults.raised("a")), new PlaceEncoder());
      long before = store.outboxStatus().epoch();
      clock.stepWall(Duration.ofDays(-3650));

      assertEquals(AckOutcome.NEW_EPOCH, store.acknowledge(before, 40, new PlaceEncoder()));

      assertTrue(store.outboxStatus().epoch() > before);
    }
  }
}
