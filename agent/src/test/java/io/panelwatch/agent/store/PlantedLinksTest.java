package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Root at the fault memory of a service whose user was taken over and has put links to files of
 * root's there: none of them becomes the service's, nor is read or written.
 */
class PlantedLinksTest {

  private static final String UID = "unix:uid";
  private static final int SERVICE = 4321;
  private static final String SECRET = "root:$y$j9T$secret:20000:0:99999:7:::";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path secret = Path.of("");

  @BeforeEach
  void makeTheServicesMemoryAndAFileOfRoots() throws IOException {
    assumeTrue(Files.getAttribute(folder, UID).equals(0), "root alone gives files away");
    Files.setAttribute(folder, UID, SERVICE);
    FaultStore.open(folder, new ManualClock()).close();
    secret = Files.writeString(elsewhere.resolve("shadow"), SECRET);
  }

  private void plant(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
    Files.createSymbolicLink(folder.resolve(name), secret);
  }

  private void assertUntouched() throws IOException {
    assertEquals(SECRET, Files.readString(secret));
    assertEquals(0, Files.getAttribute(secret, UID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faults.lock",
        "faults.db",
        "faults.db-wal",
        "faults.db-shm",
        "faults.db-journal",
      })
  void storeIsNotWrittenByWayOfALink(String name) throws IOException {
    plant(name);

    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertFalse(store.health().durable());
    }

    assertUntouched();
    assertTrue(Files.isSymbolicLink(folder.resolve(name)), "left there to be looked at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"faults.db-wal", "faults.db-shm", "faults.db-journal"})
  void whoOnlyLooksIsNotLedElsewhereEither(String name) throws IOException {
    plant(name);
    Path database = StoreFolder.databaseIn(folder);
    Path copy = elsewhere.resolve("copy.db");

    assertThrows(StoreException.class, () -> FaultStore.openReadOnly(folder).close());
    assertThrows(StoreException.class, () -> Backup.write(database, copy, (_, _) -> {}));

    assertUntouched();
    assertTrue(Files.notExists(copy));
  }

  @Test
  void whatStandsBesideTheDatabaseThatALinkNamesIsLookedAtToo() throws IOException {
    Path linked = elsewhere.resolve("k7.db");
    Files.createSymbolicLink(linked, StoreFolder.databaseIn(folder));
    plant("faults.db-wal");

    assertThrows(StoreException.class, () -> Database.openReader(linked).close());

    assertUntouched();
  }

  @Test
  void backupBehindALinkIsLookedAtAllTheSame() throws IOException {
    Path linked = elsewhere.resolve("k7.db");
    Files.createSymbolicLink(linked, StoreFolder.databaseIn(folder));

    assertTrue(Verification.of(linked).ok());
  }

  @Test
  void linkToAWholeDatabaseOfRootsIsNotGivenAway() throws IOException {
    Path roots = elsewhere.resolve("roots.db");
    Backup.write(StoreFolder.databaseIn(folder), roots, (_, _) -> {});
    secret = roots;
    plant("faults.db");

    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertFalse(store.health().durable());
    }

    assertEquals(0, Files.getAttribute(roots, UID));
  }

  @Test
  void linkInThePlaceOfTheBackupThatWaitsIsNotRestoredThrough() throws IOException {
    Path roots = elsewhere.resolve("roots.db");
    Backup.write(StoreFolder.databaseIn(folder), roots, (_, _) -> {});
    secret = roots;
    plant("faults.db.restore");

    assertThrows(IOException.class, () -> StagedBackup.give(folder));
    try (var store = FaultStore.open(folder, new ManualClock())) {
      assertThrows(
          StoreException.class,
          () -> store.restore(Optional.of(new PlaceEncoder()), false, TestDeeds.AT));
    }

    assertEquals(0, Files.getAttribute(roots, UID));
  }

  @Test
  void linkIsReplacedAndNotWrittenThrough() throws IOException {
    plant("small.json");

    new KeptFile(folder.resolve("small.json")).write("{}");

    assertUntouched();
    assertEquals("{}", Files.readString(folder.resolve("small.json")));
    assertEquals(
        SERVICE, Files.getAttribute(folder.resolve("small.json"), UID, LinkOption.NOFOLLOW_LINKS));
  }
}
