package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Seven episodes, f0 to f6, of seven fans. */
class FaultHistoryTest {

  private static final int EPISODES = 7;

  @TempDir private Path folder;

  private FaultStore store;
  private FaultHistory history;

  @BeforeEach
  void seven() {
    store = FaultStore.open(folder, new ManualClock());
    history = new FaultHistory(folder, store);
    for (int i = 0; i < EPISODES; i++) {
      Fault fault = TestFaults.stopped("fan" + i, "f" + i, 1, true, "b", Occurrence.FIRST);
      store.commit(
          List.of(TestFaults.told(FaultTransition.Kind.RAISED, fault)), new PlaceEncoder());
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void pagesHaveEachEpisodeOnceTheNewestFirstAndTheLastSaysThatItIs() {
    for (int limit = 1; limit <= EPISODES + 1; limit++) {
      List<String> all = new ArrayList<>();
      OptionalLong next = OptionalLong.empty();
      do {
        FaultPage page = history.page(next, limit);
        assertTrue(page.faults().size() <= limit);
        all.addAll(page.faults().stream().map(Fault::faultId).toList());
        next = page.next();
        assertEquals(EPISODES - all.size(), next.isPresent() ? left(next) : 0);
      } while (next.isPresent());
      assertEquals(List.of("f6", "f5", "f4", "f3", "f2", "f1", "f0"), all);
    }
  }

  private long left(OptionalLong next) {
    return history.countBefore(next.getAsLong());
  }

  @Test
  void pageHasWhatToDoAndNoFreezeFrameAndASingleFaultHasBoth() {
    Fault listed = history.page(OptionalLong.empty(), 1).faults().getFirst();
    assertEquals(1, listed.advice().size());
    assertEquals(new FreezeFrame(List.of(), List.of()), listed.freezeFrame());

    assertEquals(1, history.find("f6").orElseThrow().freezeFrame().raw().size());
    assertEquals(Optional.empty(), history.find("f7"));
  }

  @Test
  void whatIsRememberedIsAsOfNowWhicheverEpisodeIsLookedAt() {
    var cycle = new DtcEntry.Cycle("b", 3, true, false);
    var aging = new DtcEntry("FAN-201", "fan3", 5, 1, "f3", 12, cycle, true, false);
    store.commit(new Batch(List.of(), List.of(), List.of(aging), Optional.empty()));

    assertEquals(Optional.of(aging), history.remembered("FAN-201", "fan3"));
    assertEquals(Optional.empty(), history.remembered("FAN-202", "fan3"));
  }

  @Test
  @Timeout(30)
  void whoStoresAFaultIsNotWaitedForAndDoesNotWait() {
    FaultStore busy = store;
    synchronized (busy) {
      // As while a commit waits for a slow card.
      FaultPage page =
          CompletableFuture.supplyAsync(() -> history.page(OptionalLong.empty(), 3)).join();
      assertEquals(3, page.faults().size());
    }
  }
}
