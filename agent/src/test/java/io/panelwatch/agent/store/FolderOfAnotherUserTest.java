package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root at the fault memory of a service's own user: only root can be tested so. */
class FolderOfAnotherUserTest {

  private static final String UID = "unix:uid";
  private static final int SERVICE = 4321;

  @TempDir private Path folder;

  @BeforeEach
  void giveTheFolderToTheService() throws IOException {
    assumeTrue(Files.getAttribute(folder, UID).equals(0), "root alone gives files away");
    Files.setAttribute(folder, UID, SERVICE);
  }

  @Test
  void whatRootMakesThereIsTheServices() throws IOException {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertTrue(store.health().durable());
      assertOwned(List.of("faults.db", "faults.db-shm", "faults.db-wal", "faults.lock"));
    }
  }

  @Test
  void freshDatabaseInPlaceOfADamagedOneIsTheServicesToo() throws IOException {
    Path damaged = folder.resolve("faults.db");
    Files.writeString(damaged, "this is no database".repeat(400));
    Files.setAttribute(damaged, UID, SERVICE);

    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertTrue(store.health().durable());
      assertTrue(Files.exists(folder.resolve("faults.db.damaged")));
    }
    assertOwned(List.of("faults.db", "faults.db.damaged", "faults.lock"));
  }

  /** SQLite gives it back when it opens it; root may be killed before that. */
  @Test
  void logThatWasLeftStaysTheServicesWhileItIsBroughtToTheStorage() throws IOException {
    Path database = Files.createFile(folder.resolve("faults.db"));
    Path log = Files.writeString(folder.resolve("faults.db-wal"), "what an earlier program left");
    Files.setAttribute(log, UID, SERVICE);

    LeftLog.bringToStorage(database);

    assertEquals("what an earlier program left", Files.readString(log));
    assertEquals(SERVICE, Files.getAttribute(log, UID));
  }

  private void assertOwned(List<String> names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(names, files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    for (String name : names) {
      assertEquals(SERVICE, Files.getAttribute(folder.resolve(name), UID), name);
    }
  }
}
