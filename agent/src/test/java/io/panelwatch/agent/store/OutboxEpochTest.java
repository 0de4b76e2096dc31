package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxEpochTest {

  @TempDir private Path folder;

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
