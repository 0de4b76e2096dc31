package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a storage that refuses is asked again, however long it takes for that. */
final class SlowStorageTest {

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private FaultyStorage storage;

  @BeforeEach
  void put() throws IOException, SQLException {
    storage = FaultyStorage.open();
    storage.below(folder);
  }

  @AfterEach
  void heal() throws SQLException {
    storage.close();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT10S", "PT1S, PT10S", "PT1.5S, PT15S", "PT30S, PT5M", "PT2M, PT10M"})
  void storageIsAskedAgainTenTimesAsLongAfterAnAttemptAsThatTook(Duration took, Duration wait)
      throws SQLException {
    try (var store = FaultStore.open(folder, clock)) {
      storage.fail(FaultyStorage.Call.SYNC, 0, 1, FaultyStorage.How.EIO);
      assertFalse(store.commit(List.of(TestFaults.raised("a")), taking(took)).durable());
      storage.heal();

      clock.advance(wait.minusNanos(1));
      assertFalse(store.maintain());
      clock.advance(Duration.ofNanos(1));
      assertTrue(store.maintain());
    }
  }

  /** What is asked of it meanwhile is answered from memory, and counts for nothing. */
  @Test
  void storageThatHasRefusedAtOnceAgainIsAskedAgainSoon() throws SQLException {
    try (var store = FaultStore.open(folder, clock)) {
      storage.fail(FaultyStorage.Call.SYNC, 0, 1, FaultyStorage.How.EIO);
      store.commit(List.of(TestFaults.raised("a")), taking(Duration.ofSeconds(30)));
      clock.advance(Duration.ofMinutes(5));
      assertFalse(store.maintain());
      store.commit(List.of(TestFaults.raised("b")), taking(Duration.ofSeconds(5)));
      storage.heal();

      clock.advance(RetryPace.SHORTEST);
      assertTrue(store.maintain());
      assertEquals(2, store.active().size());
    }
  }

  /** The time that a commit takes on the storage, here that of its words. */
  private OutboxEncoder taking(Duration time) {
    return new PlaceEncoder() {
      @Override
      public String encode(FaultTransition transition, OutboxPlace place) {
        if (place.durable()) {
          clock.advance(time);
        }
        return super.encode(transition, place);
      }
    };
  }
}
