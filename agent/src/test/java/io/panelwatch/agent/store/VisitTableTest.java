package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VisitTableTest {

  private static final int SQLITE_BUSY = 5;

  private static final Visit VISIT =
      new Visit(
          "V1",
          TestDeeds.AT,
          false,
          List.of(new Visit.Work("a", "FAN-201", "fan1")),
          Map.of("a", RetestResult.PASSED),
          Actor.AGENT);

  @TempDir private Path folder;

  @Test
  void openVisitIsReadOrRefusedAndNeverLeftOut() throws Exception {
    Path file = Files.createFile(folder.resolve(FaultStore.DATABASE));
    try (var database = Database.openWriter(file)) {
      Schema.migrate(database);
      new VisitTable(database).save(Optional.of(VISIT));
    }
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      int refused = 0;
      while (isRefusedAfter(storage, file, refused)) {
        refused++;
      }
      assertTrue(refused > 0, "it was read from a storage that fails");
    }
  }

  /** Whether a storage that fails after so many reads refuses it. */
  private static boolean isRefusedAfter(FaultyStorage storage, Path file, int reads)
      throws Exception {
    storage.heal();
    try (var database = Database.openReader(file)) {
      storage.fail(FaultyStorage.Call.READ, reads, 1, FaultyStorage.How.EIO);
      assertEquals(Optional.of(VISIT), new VisitTable(database).open());
      return false;
    } catch (StoreException e) {
      assertTrue(e.storageRefuses(), e.getMessage());
      return true;
    }
  }

  @Test
  void whatIsRefusedWhileARowIsReadIsNotHeldAgainstTheRow() throws Exception {
    Path file = Files.createFile(folder.resolve(FaultStore.DATABASE));
    var busy = new StoreException("somebody writes it", SQLITE_BUSY, null);
    try (var database = Database.openWriter(file)) {
      Database.RowReader<Long> asking =
          _ -> {
            throw busy;
          };
      assertEquals(
          busy, assertThrows(StoreException.class, () -> database.readable("SELECT 1", asking)));
      assertEquals(
          busy, assertThrows(StoreException.class, () -> database.query("SELECT 1", asking)));
    }
  }
}
