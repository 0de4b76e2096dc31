package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/**
 * A database in which one byte has changed, as on a card that wears out: whichever it is, the store
 * opens, and takes and keeps what is given to it, or says that it does not; then, or at the next
 * start. No episode of before goes but where that is said.
 *
 * <p>A part of the bytes is tried, drawn from {@code -Dpanelwatch.seed}; {@code -Dpanelwatch.bytes}
 * says how many, and 0 is each of them: then it is told what became of them.
 */
final class DamagedByteTest {

  private static final int BYTES = Integer.getInteger("panelwatch.bytes", 250);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);
  private static final OutboxEncoder ENCODER = new PlaceEncoder();

  /** What a changed byte comes to. */
  private enum Came {
    /** All is read as it was written. */
    HARMLESS,
    /** The store says so: the database is set aside, or refused. */
    NOTICED,
    /** Only the next start finds it out, and sets aside what was kept meanwhile as well. */
    NOTICED_LATER,
    /** A word or a number that is read is another one, or a row of the past is left out. */
    ALTERED,
    /** A fault, active or of the past, is not there any more, and nobody says so. */
    LOST
  }

  /** What is read of a database. */
  private record Read(
      Recollection recollection,
      List<Fault> history,
      List<KeptDocument> documents,
      List<OutboxRow> outbox,
      List<AuditEntry> audit) {

    static Read of(FaultStore store) {
      return new Read(
          store.recollection(),
          store.history(100),
          store.documents(),
          store.outboxAfter(0, 0, 100),
          store.audit(100));
    }

    /**
     * @param unreadable how many episodes are left out and counted as such
     */
    Came comparedWith(Read whole, LongSupplier unreadable) {
      if (equals(whole)) {
        return Came.HARMLESS;
      }
      boolean lost =
          recollection.episodes().size() < whole.recollection.episodes().size()
              || history.size() + unreadable.getAsLong() < whole.history.size();
      return lost ? Came.LOST : Came.ALTERED;
    }
  }

  @TempDir private Path temp;
  private final ManualClock clock = new ManualClock();

  @Test
  void storeOpensWhicheverByteHasChanged() throws IOException, SQLException {
    byte[] well = sample();
    Read whole = read(well);
    var came = new EnumMap<Came, Integer>(Came.class);
    var random = new Random(SEED);
    IntStream all = IntStream.range(0, well.length);
    int[] places = (BYTES == 0 ? all : random.ints(BYTES, 0, well.length)).toArray();
    for (int place : places) {
      int bits = 1 + random.nextInt(255);
      byte[] damaged = well.clone();
      damaged[place] ^= (byte) bits;
      try {
        came.merge(goOn(damaged, whole), 1, Integer::sum);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("byte %d changed by %d".formatted(place, bits), e);
      }
    }
    if (BYTES == 0) {
      System.out.printf("%d bytes: %s%n", well.length, came);
    }
  }

  @Test
  void wordThatNobodyWroteInAnActiveFaultIsDamage() throws IOException {
    Path folder = folder();
    try (var store = FaultStore.open(folder, clock)) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    change(folder, "UPDATE fault SET severity = 'CRITICBL'");
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals("faults.db.damaged", store.setAside().orElseThrow().getFileName().toString());
      assertTrue(store.commit(List.of(TestFaults.raised("b")), ENCODER).durable());
    }
  }

  @Test
  void topicThatNobodyWroteIsDamage() throws IOException {
    Path folder = folder();
    try (var store = FaultStore.open(folder, clock)) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
    }
    try (var database = Database.openWriter(folder.resolve("faults.db"))) {
      database.script("PRAGMA ignore_check_constraints = ON;");
      database.script("UPDATE outbox SET topic = 'xxxxxxxx';");
    }
    try (var store = FaultStore.open(folder, clock)) {
      store.outboxAfter(0, 0, 10);

      assertTrue(store.setAside().isPresent());
      assertTrue(store.health().durable());
      assertEquals(List.of("a"), store.active().stream().map(Fault::faultId).toList());
    }
  }

  @Test
  void versionThatNoProgramWroteIsDamage() throws IOException {
    Path folder = folder();
    FaultStore.open(folder, clock).close();
    change(folder, "PRAGMA user_version = -1526726652");
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals("faults.db.damaged", store.setAside().orElseThrow().getFileName().toString());
      assertTrue(store.commit(List.of(TestFaults.raised("b")), ENCODER).durable());
    }
  }

  @Test
  void wordThatNobodyWroteInTheHistoryCostsThatEpisodeOnly() throws IOException {
    Path folder = folder();
    try (var store = FaultStore.open(folder, clock)) {
      for (String id : List.of("a", "b", "c")) {
        store.commit(List.of(TestFaults.raised(id), TestFaults.cleared(id)), ENCODER);
      }
    }
    change(folder, "UPDATE fault SET last_change = '2O26-03-01' WHERE fault_id = 'b'");
    change(folder, "UPDATE outbox SET written = 'yesterday'");
    try (var store = FaultStore.open(folder, clock)) {
      clock.advance(Duration.ofDays(1000));
      store.maintain();

      assertEquals(List.of("c", "a"), store.history(10).stream().map(Fault::faultId).toList());
      assertEquals(6, store.outboxStatus().depth());
      assertEquals(Optional.empty(), store.outboxStatus().oldest());
      assertEquals(Optional.empty(), store.setAside());
    }
  }

  @Test
  void whatNobodyWroteOfWorkThatPeopleDidIsLeftOutAndNoFaultWithIt() throws IOException {
    Path folder = folder();
    var works =
        List.of(new Visit.Work("a", "FAN-201", "fan1"), new Visit.Work("b", "FAN-201", "fan2"));
    var retests = Map.of("a", RetestResult.PASSED, "b", RetestResult.FAILED);
    var visit = new Visit("V1", TestDeeds.AT, false, works, retests, Actor.AGENT);
    var open = new Arrangements(List.of(), Optional.of(visit), List.of());
    AuditEntry wrong = TestDeeds.of("resolve", "a", "", AuditEntry.WRONG_CODE);
    try (var store = FaultStore.open(folder, clock)) {
      store.commit(List.of(TestFaults.raised("a")), ENCODER);
      store.commit(new Batch(List.of(), List.of(), List.of(), Optional.of(open)), ENCODER);
      store.commit(Batch.of(TestDeeds.acknowledged("a")), ENCODER);
      store.commit(Batch.of(wrong), ENCODER);
    }
    change(folder, "UPDATE audit SET audit_kind = 'SHELM' WHERE n = 1");
    change(folder, "UPDATE visit_retest SET result = 'PASSEE' WHERE fault_id = 'a'");
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals(List.of(wrong), store.audit(10));
      Visit read = store.recollection().arrangements().visit().orElseThrow();
      assertEquals(works, read.works());
      assertEquals(Map.of("b", RetestResult.FAILED), read.retests());
    }
    change(folder, "UPDATE visit SET visit_kind = 'SHELM'");
    try (var store = FaultStore.open(folder, clock)) {
      assertEquals(Optional.empty(), store.recollection().arrangements().visit());
      assertEquals(1, store.active().size());
      assertEquals(Optional.empty(), store.setAside());
    }
  }

  private static void change(Path folder, String statement) {
    try (var database = Database.openWriter(folder.resolve("faults.db"))) {
      database.update(statement);
    }
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(temp, "state");
  }

  private Read read(byte[] bytes) throws IOException {
    Path folder = folder();
    Files.write(folder.resolve("faults.db"), bytes);
    try (var store = FaultStore.open(folder, clock)) {
      return Read.of(store);
    }
  }

  private Came goOn(byte[] bytes, Read whole) throws IOException {
    Path folder = folder();
    Files.write(folder.resolve("faults.db"), bytes);
    Came came;
    boolean durable;
    try (var store = FaultStore.open(folder, clock)) {
      Read read = Read.of(store);
      store.nextOccurrence("FAN-201", "fan1", "boot-1");
      store.alarms();
      store.maintain();
      store.commit(List.of(TestFaults.raised("new")), ENCODER);
      OutboxStatus outbox = store.outboxStatus();
      store.acknowledge(outbox.epoch(), outbox.lastSeq() + 1, ENCODER);
      durable = store.health().durable();
      came =
          durable && store.setAside().isEmpty()
              ? read.comparedWith(whole, () -> unreadable(folder))
              : Came.NOTICED;

      assertTrue(hasNew(store));
    }
    if (durable) {
      try (var store = FaultStore.open(folder, clock)) {
        boolean later = came != Came.NOTICED && store.setAside().isPresent();
        came = later ? Came.NOTICED_LATER : came;

        assertTrue(later || hasNew(store));
      }
    }
    assertNotEquals(Came.LOST, came);
    delete(folder);
    return came;
  }

  /** What cannot be gone through is told as damage, and nothing of it as read. */
  private static long unreadable(Path folder) {
    try (var database = Database.openReader(StoreFolder.databaseIn(folder))) {
      return new EpisodeTable(database).countUnreadable();
    } catch (StoreException e) {
      assertTrue(e.tellsOfDamage(), e.getMessage());
      return Integer.MAX_VALUE;
    }
  }

  private static boolean hasNew(FaultStore store) {
    return store.active().stream().anyMatch(fault -> fault.faultId().equals("new"));
  }

  /** As many copies as there are bytes are more than a storage has room for. */
  private static void delete(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Something in every table, in small pages: there are no more bytes to try than it takes. */
  private byte[] sample() throws IOException, SQLException {
    Path folder = folder();
    Path file = folder.resolve("faults.db");
    var smallPages = new SQLiteConfig();
    smallPages.setPageSize(512);
    try (var connection = smallPages.createConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE made (it INTEGER); DROP TABLE made;");
    }
    try (var store = FaultStore.open(folder, clock)) {
      store.commit(List.of(TestFaults.raised("a"), TestFaults.cleared("a")), ENCODER);
      store.commit(List.of(TestFaults.raised("b"), TestFaults.raised("c")), ENCODER);
      store.commit(new Batch(List.of(), List.of(), List.of(entry()), arrangements()), ENCODER);
      store.acknowledge(store.outboxStatus().epoch(), 1, ENCODER);
      store.keep(new KeptDocument("dn/queue", 5, 2, "{}"));
      store.nextConnectionSeq();
    }
    return Files.readAllBytes(file);
  }

  private static DtcEntry entry() {
    var cycle = new DtcEntry.Cycle("boot-1", 0, true, true);
    return new DtcEntry("FAN-201", "fan1", 3, 3, "c", 0, cycle, true, true);
  }

  private static Optional<Arrangements> arrangements() {
    var since = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot-1", 5_000);
    var by = new Actor(Actor.Kind.SHELL, "wang");
    var shelf = new Shelf("FAN-201", "fan1", since, Optional.of(Duration.ofHours(2)), by);
    return Optional.of(new Arrangements(List.of(shelf), Optional.empty(), List.of()));
  }
}
