package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has looked at what, and when, is kept each time. */
final class InspectionsInTheStoreTest {

  private static final InspectionRecord FANS_IN_MARCH = done("fans", 1, 100);
  private static final InspectionRecord FANS_IN_JUNE = done("fans", 92, 2_300);
  private static final InspectionRecord POWER = done("power", 1, 100);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  @Test
  void latestOfEachItemIsThereAfterARestart() {
    try (var store = open()) {
      keep(store, FANS_IN_MARCH);
      keep(store, POWER);
      keep(store, FANS_IN_JUNE);
      assertEquals(List.of(FANS_IN_JUNE, POWER), store.inspections());
    }

    try (var store = open()) {
      assertEquals(List.of(FANS_IN_JUNE, POWER), store.inspections());
    }
    try (var memory = FaultStore.openReadOnly(folder)) {
      assertEquals(List.of(FANS_IN_JUNE, POWER), memory.inspections());
    }
    assertEquals(List.of(FANS_IN_MARCH, POWER, FANS_IN_JUNE), all());
  }

  @Test
  void dayThatComesToBeKnownIsPutToTheRecordAndIsNoOtherOne() {
    var undated =
        new InspectionRecord(
            "fans", stamp(1), new Actor(Actor.Kind.SHELL, "lin"), Optional.empty(), 8.5, Set.of());
    var dated = undated.on(LocalDate.of(2026, 3, 1));
    try (var store = open()) {
      keep(store, undated);
      keep(store, dated);
      assertEquals(List.of(dated), store.inspections());
    }
    assertEquals(List.of(dated), all());
  }

  @Test
  void oldestOfAnItemLeaveWhereThereAreTooMany() {
    try (var store = open()) {
      keep(store, POWER);
      var many = new ArrayList<InspectionRecord>();
      for (int day = 1; day <= InspectionTable.MOST_OF_ITEM + 1; day++) {
        many.add(done("fans", day, day));
      }
      store.commit(Batch.of(many, List.of()));
    }

    assertEquals(1 + InspectionTable.MOST_OF_ITEM, all().size());
    assertEquals(List.of(POWER, done("fans", 2, 2)), all().subList(0, 2));
  }

  @Test
  void whatIsDoneWhileTheStorageRefusesIsKeptOnceItDoesNot() throws IOException, SQLException {
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = open()) {
        keep(store, FANS_IN_MARCH);
        storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);

        assertFalse(store.commit(Batch.of(List.of(FANS_IN_JUNE), List.of())).durable());
        assertEquals(List.of(FANS_IN_JUNE), store.inspections());

        storage.heal();
        clock.advance(RetryPace.SHORTEST);
        assertTrue(store.maintain());
        assertEquals(List.of(FANS_IN_JUNE), store.inspections());
      }
    }
    assertEquals(List.of(FANS_IN_MARCH, FANS_IN_JUNE), all());
  }

  @Test
  void eachThatIsMadeWhileTheStorageRefusesIsKept() throws IOException, SQLException {
    var undated =
        new InspectionRecord(
            "fans", stamp(120), new Actor(Actor.Kind.SHELL, "lin"), Optional.empty(), 8, Set.of());
    var dated = undated.on(LocalDate.of(2026, 7, 1));
    try (var storage = FaultyStorage.open()) {
      storage.below(folder);
      try (var store = open()) {
        storage.fail(FaultyStorage.Call.CHANGE, 0, 1, FaultyStorage.How.EIO);
        for (InspectionRecord done : List.of(FANS_IN_MARCH, FANS_IN_JUNE, undated, dated)) {
          store.commit(Batch.of(List.of(done), List.of()));
        }

        storage.heal();
        clock.advance(RetryPace.SHORTEST);
        assertTrue(store.maintain());
        assertEquals(List.of(dated), store.inspections());
      }
    }
    assertEquals(List.of(FANS_IN_MARCH, FANS_IN_JUNE, dated), all());
  }

  @Test
  void backupThatIsRestoredAddsWhatIsNotKnownAndTakesNothingAway() throws IOException {
    Path backup = folder.resolve("backup.db");
    try (var store = open()) {
      keep(store, FANS_IN_MARCH);
      keep(store, POWER);
    }
    Backup.write(folder.resolve(FaultStore.DATABASE), backup, (done, all) -> {});
    Files.delete(folder.resolve(FaultStore.DATABASE));
    try (var store = open()) {
      keep(store, FANS_IN_JUNE);
      Backup.stage(backup, folder, (done, all) -> {});
      store.restore(Optional.of(new PlaceEncoder()), false, stamp(93));

      assertEquals(List.of(FANS_IN_JUNE, POWER), store.inspections());
    }
    assertEquals(List.of(FANS_IN_MARCH, POWER, FANS_IN_JUNE), all());
  }

  private FaultStore open() {
    return FaultStore.open(folder, clock);
  }

  private static void keep(FaultStore store, InspectionRecord done) {
    assertTrue(store.commit(Batch.of(List.of(done), List.of())).durable());
  }

  private List<InspectionRecord> all() {
    try (var database = Database.openReader(folder.resolve(FaultStore.DATABASE))) {
      return new InspectionTable(database).all();
    }
  }

  private static InspectionRecord done(String item, int day, double hours) {
    return new InspectionRecord(
        item,
        stamp(day),
        new Actor(Actor.Kind.SHELL, "lin"),
        Optional.of(LocalDate.of(2026, 3, 1).plusDays(day)),
        hours,
        Set.of("F-1", "F-2"));
  }

  private static Stamp stamp(int day) {
    return new Stamp(Instant.parse("2026-03-01T08:00:00Z"), true, "boot-1", 1_000L * day);
  }
}
