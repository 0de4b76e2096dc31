package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.AuditPage.Dtc;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people did is told whatever the storage does. */
final class AuditHistoryTest {

  private static final Dtc FAN = new Dtc("FAN-201", "fan1");

  private static final AuditEntry WRONG =
      TestDeeds.of("resolve", "a", "as lin", AuditEntry.WRONG_CODE);
  private static final AuditEntry SEEN = TestDeeds.acknowledged("a");
  private static final AuditEntry VISIT = TestDeeds.of("visit-open", "v", "a b", AuditEntry.DONE);

  @TempDir private Path folder;

  private FaultyStorage storage;
  private FaultStore store;
  private AuditHistory audit;

  @BeforeEach
  void twoFaultsAndTwoDeeds() throws IOException, SQLException {
    storage = FaultyStorage.open();
    storage.below(folder);
    store = FaultStore.open(folder, new ManualClock());
    audit = new AuditHistory(folder, store);
    store.commit(List.of(TestFaults.raised("a")), new PlaceEncoder());
    store.commit(Batch.of(WRONG), new PlaceEncoder());
    store.commit(Batch.of(SEEN), new PlaceEncoder());
  }

  @AfterEach
  void close() throws SQLException {
    storage.heal();
    store.close();
    storage.close();
  }

  @Test
  void latestIsTheNewestFirstAndSaysWhetherThereAreOlderOnes() {
    assertEquals(
        new AuditPage(List.of(SEEN, WRONG), Map.of("a", FAN), false, Optional.empty()),
        audit.latest(2));
    assertEquals(
        new AuditPage(List.of(SEEN), Map.of("a", FAN), true, Optional.empty()), audit.latest(1));
  }

  @Test
  void visitNamesTheFaultsThatItIsFor() {
    store.commit(Batch.of(VISIT), new PlaceEncoder());
    assertEquals(Map.of("a", FAN), audit.latest(1).dtcs());
  }

  @ParameterizedTest
  @EnumSource(FaultyStorage.How.class)
  void whatIsHeldWhileTheStorageRefusesComesBeforeWhatIsStored(FaultyStorage.How how)
      throws SQLException {
    storage.fail(FaultyStorage.Call.CHANGE, 0, 1, how);
    assertFalse(store.commit(List.of(TestFaults.raised("b")), new PlaceEncoder()).durable());
    assertFalse(store.commit(Batch.of(VISIT), new PlaceEncoder()).durable());

    AuditPage page = audit.latest(10);

    if (page.unread().isEmpty()) {
      assertEquals(List.of(VISIT, SEEN, WRONG), page.entries(), "each once, in its place");
      assertEquals(List.of(VISIT, SEEN), audit.latest(2).entries());
      assertTrue(audit.latest(2).more());
    } else {
      assertEquals(List.of(VISIT, WRONG), page.entries(), "wrong codes are held as well");
    }
    assertEquals(Map.of("a", FAN, "b", FAN), page.dtcs());
  }

  @Test
  void nothingThatWasEverStoredIsNothing(@TempDir Path other) {
    try (var fresh = FaultStore.open(other, new ManualClock())) {
      assertEquals(
          new AuditPage(List.of(), Map.of(), false, Optional.empty()),
          new AuditHistory(other, fresh).latest(5));
    }
  }
}
