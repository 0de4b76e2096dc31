package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store on a storage that loses what was not flushed, tears a write, fails at every n-th call,
 * is full, read-only, or lies: it opens every time, and what it said it had is there.
 *
 * <p>{@code -Dpanelwatch.tries=1000} draws so many lives of a store, {@code -Dpanelwatch.seed}
 * others. Each has a seed of its own, which is told where it fails.
 */
final class FaultyStorageTest {

  private static final int TRIES = Integer.getInteger("panelwatch.tries", 25);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);

  @TempDir private Path folder;

  @Test
  void storageThatFailsLosesNothingThatWasKept() throws Exception {
    try (var storage = FaultyStorage.open()) {
      for (long seed = SEED; seed < SEED + TRIES; seed++) {
        Path own = Files.createDirectory(folder.resolve("run" + seed));
        try {
          storage.below(own);
          new StorageRun(seed, storage, own).run();
        } catch (StoreException | AssertionError e) {
          throw new AssertionError("-Dpanelwatch.tries=1 -Dpanelwatch.seed=" + seed, e);
        }
      }
    }
  }

  /** The storage under test is tested: it does take what was not flushed, and only that. */
  @Test
  void lossOfPowerTakesWhatWasNotFlushed() throws Exception {
    assertTrue(keptOf(20, "OFF") < 20);
    assertEquals(20, keptOf(20, "FULL"));
  }

  /** In so many cuts of the power, how often a row is there that was committed. */
  private int keptOf(int cuts, String synchronous) throws Exception {
    int kept = 0;
    try (var storage = FaultyStorage.open()) {
      for (int seed = 0; seed < cuts; seed++) {
        Path own = Files.createDirectory(folder.resolve(synchronous + seed));
        storage.below(own);
        Path file = Files.createFile(own.resolve("faults.db"));
        try (var database = Database.openWriter(file)) {
          Schema.migrate(database);
          database.script("PRAGMA synchronous = " + synchronous + ";");
          database.script("INSERT INTO counter VALUES ('row', 1);");
          storage.cut(seed);
        }
        storage.heal();
        try (var database = Database.openWriter(file)) {
          Schema.migrate(database);
          kept += (int) database.number("SELECT count(*) FROM counter");
        }
      }
    }
    return kept;
  }
}
