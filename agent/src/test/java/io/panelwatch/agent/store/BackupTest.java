package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final OutboxEncoder ENCODER = new PlaceEncoder();
  private static final Backup.Progress QUIET = (done, all) -> {};

  @TempDir private Path temp;

  private Path state() {
    return temp.resolve("state");
  }

  private Path database() {
    return state().resolve(FaultStore.DATABASE);
  }

  private FaultStore open() {
    return FaultStore.open(state(), new ManualClock());
  }

  private static void raise(FaultStore store, int number) {
    var fan = "fan" + number;
    var fault = TestFaults.stopped(fan, "f" + number, 1, true, "boot-1", Occurrence.FIRST);
    store.commit(List.of(TestFaults.told(FaultTransition.Kind.RAISED, fault)), ENCODER);
  }

  @Test
  void everythingThatWasCommittedBeforeABackupInAStormIsInItAndItIsSound() throws Exception {
    var committed = new AtomicInteger();
    var over = new AtomicBoolean();
    try (var store = open()) {
      raise(store, 0);
      Thread storm =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 1; !over.get(); i++) {
                      raise(store, i);
                      committed.set(i);
                    }
                  });
      for (int round = 0; round < 5; round++) {
        int before = committed.get();
        Path copy = Files.createDirectory(temp.resolve("copy" + round));
        Verification saved = Backup.write(database(), copy.resolve(FaultStore.DATABASE), QUIET);

        assertTrue(saved.ok(), saved::toString);
        try (FaultMemory memory = FaultStore.openReadOnly(copy)) {
          for (int i = 0; i <= before; i++) {
            assertTrue(memory.fault("f" + i).isPresent(), "f" + i + " of " + before);
          }
        }
      }
      over.set(true);
      storm.join();
    }
  }

  @Test
  void copyIsForItsOwnerAloneAndReplacesTheFormerOneWhole() throws IOException {
    Path copy = Files.writeString(temp.resolve("copy.db"), "an older one");
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    try (var store = open()) {
      raise(store, 1);
      Backup.write(database(), copy, QUIET);
    }

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    Verification found = Verification.of(copy);
    assertEquals(List.of(), found.findings());
    assertEquals(1, found.contents().orElseThrow().episodes());
    assertEquals(1, found.contents().orElseThrow().active());
    assertEquals(1, found.contents().orElseThrow().waiting());
    try (var left = Files.list(temp)) {
      assertEquals(2, left.count(), "the state folder and the copy, and nothing half done");
    }
  }

  @Test
  void progressEndsWithAllOfIt() throws IOException {
    var told = new ArrayList<Long>();
    try (var store = open()) {
      raise(store, 1);
      Backup.write(database(), temp.resolve("copy.db"), (done, all) -> told.add(done - all));
    }
    assertEquals(0L, told.getLast());
  }

  @Test
  void everyPageOfABackupThatIsFlippedIsFound() throws IOException {
    Path copy = temp.resolve("copy.db");
    try (var store = open()) {
      for (int i = 0; i < 40; i++) {
        raise(store, i);
      }
      Backup.write(database(), copy, QUIET);
    }
    byte[] sound = Files.readAllBytes(copy);
    int pageSize = 4096;
    assertTrue(sound.length > 10 * pageSize, "there are pages of every kind");

    for (int page = 0; page * pageSize < sound.length; page++) {
      flip(copy, sound, page * pageSize, pageSize);
      Verification found = Verification.of(copy);
      assertFalse(found.ok(), "page " + page);
    }
    Files.write(copy, sound);
    assertTrue(Verification.of(copy).ok());
  }

  private static void flip(Path file, byte[] sound, int from, int length) throws IOException {
    byte[] flipped = sound.clone();
    for (int i = from; i < from + length; i++) {
      flipped[i] ^= (byte) 0xff;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(flipped), 0);
    }
  }

  @Test
  void damagedMemoryIsNoBackupAndTheFormerBackupStays() throws IOException {
    Path copy = Files.writeString(temp.resolve("copy.db"), "the former one");
    try (var store = open()) {
      raise(store, 1);
    }
    try (var database = Database.openWriter(database())) {
      database.update("UPDATE fault SET cleared = last_change");
    }

    assertThrows(StoreException.class, () -> Backup.write(database(), copy, QUIET));

    assertEquals("the former one", Files.readString(copy));
    Verification found = Verification.of(database());
    assertEquals(Verification.Kind.CONTRADICTION, found.findings().getFirst().kind());
    assertEquals("f1", found.findings().getFirst().detail());
  }

  @Test
  void reportThatIsMissingBetweenTwoOthersIsFound() {
    try (var store = open()) {
      raise(store, 1);
      raise(store, 2);
      raise(store, 3);
    }
    try (var database = Database.openWriter(database())) {
      database.update("DELETE FROM outbox WHERE seq = 2");
    }

    assertEquals(List.of(Verification.Kind.GAP), kinds(database()));
  }

  @Test
  void codeThatIsActiveTwiceOnOneComponentIsFound() {
    try (var store = open()) {
      store.commit(List.of(TestFaults.raised("a"), TestFaults.raised("b")), ENCODER);
    }

    assertEquals(List.of(Verification.Kind.TWICE_ACTIVE), kinds(database()));
  }

  @Test
  void whatIsNoFaultMemoryIsSaidToBeNone() throws IOException {
    Path text = Files.writeString(temp.resolve("text"), "no database at all ".repeat(400));
    assertEquals(List.of(Verification.Kind.DAMAGED), kinds(text));
    Path empty = Files.createFile(temp.resolve("empty"));
    assertEquals(List.of(Verification.Kind.FOREIGN), kinds(empty));
    assertThrows(StoreException.class, () -> Verification.of(temp.resolve("none")));
  }

  @Test
  void memoryOfANewerProgramIsNotJudged() {
    open().close();
    try (var database = Database.openWriter(database())) {
      database.update("PRAGMA user_version = 99");
    }
    assertEquals(List.of(Verification.Kind.NEWER), kinds(database()));
  }

  private static List<Verification.Kind> kinds(Path file) {
    return Verification.of(file).findings().stream().map(Verification.Finding::kind).toList();
  }
}
