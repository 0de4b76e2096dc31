package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports are made of. */
class StoreQueriesTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  @TempDir Path temp;
  private FaultStore store;

  @BeforeEach
  void open() {
    store = FaultStore.open(temp.resolve("state"), new ManualClock());
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Odd transitions raise, even ones clear: each lastSeq fits one number of active faults. */
  @Test
  void activeFaultsAndTheirLastSeqAreOfOneMoment() throws Exception {
    var writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 100; i++) {
                store.commit(List.of(TestFaults.raised("f-" + i)), ENCODER);
                store.commit(List.of(TestFaults.cleared("f-" + i)), ENCODER);
              }
            });
    while (!writer.isDone()) {
      ActiveFaults seen = store.activeFaults();
      assertEquals(seen.outbox().lastSeq() % 2, seen.faults().size());
    }
    writer.get();
  }
}
