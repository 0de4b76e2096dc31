package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.hal.contract.ManualClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is held in memory, where words for it fail: whoever is refused offers the same again. */
final class VolatileKeeperTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  private final ManualClock clock = new ManualClock();
  private final VolatileKeeper keeper = new VolatileKeeper(Held.nothing(0, 0, clock), clock);

  @Test
  void batchThatCannotBeReportedLeavesNothing() {
    commit("a", ENCODER);

    nothingIsLeftOfABatchThatIsRefused(
        new PlaceEncoder() {
          @Override
          public String encode(FaultTransition transition, OutboxPlace place) {
            throw new IllegalStateException("no words for it");
          }
        });
  }

  @Test
  void batchForWhichOlderReportsCannotBeShortenedLeavesNothing() {
    for (int i = 0; i < VolatileOutbox.WHOLE_ROWS; i++) {
      commit("f" + i, ENCODER);
    }

    nothingIsLeftOfABatchThatIsRefused(
        new PlaceEncoder() {
          @Override
          public String brief(String payload) {
            throw new IllegalStateException("no shorter words for it");
          }
        });
  }

  private void commit(String faultId, OutboxEncoder encoder) {
    keeper.commit(Batch.of(List.of(TestFaults.raised(faultId))), Optional.of(encoder));
  }

  private void nothingIsLeftOfABatchThatIsRefused(OutboxEncoder refusing) {
    Held before = keeper.held();
    OutboxStatus waiting = keeper.status();

    assertThrows(IllegalStateException.class, () -> commit("new", refusing));

    assertEquals(before, keeper.held());
    assertEquals(waiting, keeper.status());
    commit("new", ENCODER);
    long seq = waiting.lastSeq() + 1;
    assertEquals(seq, keeper.status().lastSeq());
    assertEquals("RAISED new @" + seq, keeper.held().rows().getLast().payload());
  }
}
