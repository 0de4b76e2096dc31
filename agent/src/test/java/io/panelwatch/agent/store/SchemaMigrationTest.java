package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault memory that an earlier version has left is read as it was. */
final class SchemaMigrationTest {

  /** Nobody knows any more of which boot it was. */
  private static final DtcStatus TESTED = new DtcStatus("", true, false);

  /** What {@code v1-sample.sql} was written from. */
  private static final Fault GONE = of("gone", 2, false, "boot-1", new Occurrence(1, 1));

  private static final Fault AGAIN = of("again", 2, false, "boot-1", new Occurrence(2, 2));
  private static final Fault NOW = of("now", 1, true, "boot-2", new Occurrence(3, 1));

  @TempDir private Path folder;

  private static Fault of(String id, int rev, boolean active, String boot, Occurrence counted) {
    return TestFaults.stoppedFan(id, rev, active, boot, counted.with(0, TESTED));
  }

  @Test
  void version1IsReadAsItWas() throws IOException {
    lookAt(version1());
  }

  @Test
  void version2IsReadAsItWas() throws IOException {
    lookAt(version2());
  }

  @Test
  void version3IsReadAsItWas() throws IOException {
    lookAt(version3());
  }

  @Test
  void signOffOfVersion3HasNoTimeAndALaterOneHas() throws IOException {
    Path state = version3();
    try (var database = Database.openWriter(StoreFolder.databaseIn(state))) {
      database.update(
          """
          UPDATE fault SET resolved_kind = 'SHELL', resolved_name = 'lin', resolved_action = '',
            resolved_part = 'fan', resolved_verified = 1, resolved_removed = 0
          WHERE fault_id = 'now'
          """);
    }
    var lin = new Actor(Actor.Kind.SHELL, "lin");
    var old = new Resolution(lin, Optional.empty(), "", "fan", true, false);
    var later = new Resolution(lin, Optional.of(TestDeeds.AT), "", "fan", true, false);

    try (var store = FaultStore.open(state, new ManualClock())) {
      assertEquals(Optional.of(old), store.episode("now").orElseThrow().standing().resolution());
      Fault again = NOW.with(Standing.NEW.withResolution(later));
      store.commit(
          List.of(TestFaults.told(FaultTransition.Kind.RESOLVED, again)), new PlaceEncoder());
      assertEquals(Optional.of(later), store.episode("now").orElseThrow().standing().resolution());
    }
  }

  @Test
  void whatVersion3RemembersIsCountedOn() throws IOException {
    Path state = version3();
    try (var database = Database.openWriter(StoreFolder.databaseIn(state))) {
      database.script(
          "INSERT INTO memory VALUES ('FAN-201', 'fan1', 3, 1, 'now', 0, 'boot-2', 4, 0, 1);");
    }

    try (var store = FaultStore.open(state, new ManualClock())) {
      var cycle = new DtcEntry.Cycle("boot-2", 4, false, true);
      assertEquals(
          List.of(new DtcEntry("FAN-201", "fan1", 3, 1, "now", 0, cycle, true, true)),
          store.recollection().memory());
    }
  }

  /** Nobody knows whether the clock could be believed when it was written. */
  @Test
  void reportOfAnEarlierVersionIsNotAsOldAsItsWallClockSays() throws IOException {
    var clock = new ManualClock();
    for (Path state : List.of(version1(), version2(), version3())) {
      try (var store = FaultStore.open(state, clock)) {
        Waiting oldest = store.outboxStatus().oldest().orElseThrow();
        assertEquals(Duration.ZERO, oldest.age(clock));
        clock.advance(Duration.ofMinutes(2));
        assertEquals(Duration.ofMinutes(2), oldest.age(clock), "as this run knows");
      }
    }
  }

  /** They called when they were first seen, as far as an earlier version has kept it. */
  @Test
  void alarmsOfAnEarlierVersionAreCounted() throws IOException {
    try (var store = FaultStore.open(version3(), new ManualClock())) {
      assertEquals(
          Stream.of(GONE, AGAIN, NOW).map(SchemaMigrationTest::firstCall).toList(), store.alarms());
    }
  }

  private static Alarm firstCall(Fault fault) {
    var at =
        new Stamp(
            fault.first(), fault.clockTrusted(), fault.bootId(), 1000 * fault.uptimeSeconds());
    return new Alarm(fault.faultId(), 1, fault.severity(), fault.code(), fault.component(), at);
  }

  @Test
  void whatWasPutAsideUnderVersion2StaysSo() throws IOException {
    Path state = version2();
    var since = new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot-2", 7_000);
    var shelf = new Shelf("FAN-201", "fan1", since, Optional.of(Duration.ofHours(2)), Actor.AGENT);
    try (var database = Database.openWriter(StoreFolder.databaseIn(state))) {
      new ShelfTable(database).save(List.of(shelf));
    }

    try (var store = FaultStore.open(state, new ManualClock())) {
      assertEquals(
          new Arrangements(List.of(shelf), Optional.empty(), List.of()),
          store.recollection().arrangements());
    }
  }

  @Test
  void migrationThatIsCutOffAnywhereIsDoneAtTheNextStart() throws Exception {
    isDoneAtTheNextStart(this::version1);
    isDoneAtTheNextStart(this::version3);
  }

  /** Makes the database of an earlier version. */
  private interface Earlier {
    Path version() throws IOException;
  }

  /** The power goes at each call of the storage in turn, from the first until all is done. */
  private void isDoneAtTheNextStart(Earlier earlier) throws Exception {
    try (var storage = FaultyStorage.open()) {
      boolean done = false;
      int calls = 0;
      for (; !done; calls++) {
        Path state = earlier.version();
        storage.below(state);
        storage.fail(FaultyStorage.Call.ANY, calls, 1, FaultyStorage.How.EIO);
        try (var store = FaultStore.open(state, new ManualClock())) {
          done = store.health().durable();
        }
        storage.cut(calls);
        storage.heal();
        lookAt(state);
      }
      assertTrue(calls > 20, "one by one");
    }
  }

  @Test
  void whoOnlyLooksAtAnEarlierVersionIsToldWhatBringsItUpToDate() throws IOException {
    Path state = version1();
    var refused = assertThrows(StoreException.class, () -> FaultStore.openReadOnly(state));
    assertTrue(refused.getMessage().endsWith("start the daemon once, which brings it up to date"));
  }

  private void lookAt(Path state) {
    try (var store = FaultStore.open(state, new ManualClock())) {
      assertEquals(List.of(NOW, AGAIN, GONE), store.history(10));
      assertEquals(Recollection.of(List.of(NOW)), store.recollection());
      assertEquals(
          List.of("RAISED again @3", "skipped @4", "RAISED now @5"),
          store.outboxAfter(0, 0, 10).stream().map(OutboxRow::payload).toList());
      assertTrue(
          store.outboxAfter(0, 0, 10).stream().allMatch(row -> row.topic() == OutboxTopic.FAULT));
      assertEquals(5, store.outboxStatus().lastSeq());
      assertEquals(List.of(new KeptDocument("dn/queue", 5, 2, "{\"rev\":2}")), store.documents());
      assertEquals(3, store.nextConnectionSeq());
      assertEquals(new Occurrence(4, 2), store.nextOccurrence("FAN-201", "fan1", "boot-2"));
    }
    try (var database = Database.openReader(StoreFolder.databaseIn(state))) {
      assertEquals(Schema.VERSION, Schema.versionOf(database));
    }
  }

  private Path version1() throws IOException {
    Path state = Files.createTempDirectory(folder, "state");
    Path file = Files.createFile(StoreFolder.databaseIn(state));
    try (var database = Database.openWriter(file)) {
      database.script(resource("v1-sample.sql"));
    }
    return state;
  }

  private Path version2() throws IOException {
    Path state = version1();
    try (var database = Database.openWriter(StoreFolder.databaseIn(state))) {
      database.script(resource("V2.sql"));
      database.script("PRAGMA user_version = 2;");
    }
    return state;
  }

  private Path version3() throws IOException {
    Path state = version2();
    try (var database = Database.openWriter(StoreFolder.databaseIn(state))) {
      database.script(resource("V3.sql"));
      database.script("PRAGMA user_version = 3;");
    }
    return state;
  }

  private static String resource(String name) throws IOException {
    try (var in = SchemaMigrationTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
