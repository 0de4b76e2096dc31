package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what somebody was called is known after a restart. */
final class AlarmsInTheStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Stamp BEGUN = new Stamp(NOON, true, "boot-1", 1_000);

  @TempDir private Path temp;
  private final ManualClock clock = new ManualClock();

  @Test
  void episodeThatCallsTwiceIsTwoAlarmsAlsoOnceItIsOver() {
    Path folder = temp.resolve("state");
    List<Alarm> called;
    try (var store = FaultStore.open(folder, clock)) {
      called = calledTwice(store);
      store.commit(List.of(TestFaults.cleared("a")), new PlaceEncoder());
    }

    try (var store = FaultStore.open(folder, clock)) {
      assertEquals(List.of(1, 3), called.stream().map(Alarm::rev).toList());
      assertEquals(called, store.alarms());
    }
  }

  @Test
  void alarmsOfAStorageThatRefusedAreTakenOver() throws IOException {
    Path file = Files.createFile(temp.resolve("no-folder"));
    List<Alarm> called;
    try (var store = FaultStore.open(file.resolve("state"), clock)) {
      assertFalse(store.health().durable());
      called = calledTwice(store);
      Files.delete(file);
      clock.advance(Duration.ofHours(1));
      assertTrue(store.maintain());
    }

    try (var store = FaultStore.open(file.resolve("state"), clock)) {
      assertEquals(2, called.size());
      assertEquals(called, store.alarms());
    }
  }

  @Test
  void alarmThatAnAttemptHasLeftIsNoSecondOne() throws IOException {
    assertEquals(List.of(alarm("a", BEGUN)), left(alarm("a", BEGUN), alarm("a", BEGUN)));
  }

  @Test
  void alarmGoesWhenADayIsOverByTheUptime() throws IOException {
    Alarm first = alarm("a", BEGUN);
    var wrong = Instant.EPOCH;
    Alarm within = alarm("b", new Stamp(wrong, false, "boot-1", 86_400_999));
    Alarm after = alarm("c", new Stamp(wrong, false, "boot-1", 86_401_000));

    assertEquals(List.of(first, within), left(first, within));
    assertEquals(List.of(within, after), left(first, within, after));
  }

  @Test
  void alarmOfAnEarlierBootGoesWhenADayIsOverByTheWallClockAndWhereItHadNone() throws IOException {
    Alarm first = alarm("a", BEGUN);
    Alarm undated = alarm("b", new Stamp(NOON, false, "boot-1", 2_000));
    Instant aDayLater = NOON.plus(Duration.ofDays(1));
    Alarm within = alarm("c", new Stamp(aDayLater.minusMillis(1), true, "boot-2", 500));
    Alarm doubted = alarm("d", new Stamp(aDayLater, false, "boot-2", 501));
    Alarm after = alarm("e", new Stamp(aDayLater, true, "boot-2", 501));

    assertEquals(List.of(first, within), left(first, undated, within));
    assertEquals(List.of(first, within, doubted), left(first, within, doubted));
    assertEquals(List.of(within, after), left(first, within, after));
  }

  private List<Alarm> left(Alarm... alarms) throws IOException {
    Path file = Files.createTempFile(temp, "alarms", ".db");
    try (var database = Database.openWriter(file)) {
      Schema.migrate(database);
      var table = new AlarmTable(database);
      List.of(alarms).forEach(table::save);
      return table.all();
    }
  }

  private static Alarm alarm(String faultId, Stamp at) {
    Fault fault = TestFaults.stoppedFan(faultId, 1, true);
    return new Alarm(faultId, 1, fault.severity(), fault.code(), fault.component(), at);
  }

  /** It begins, its alarm is put aside, and that is over. */
  private static List<Alarm> calledTwice(FaultStore store) {
    Fault begun = TestFaults.stoppedFan("a", 1, true);
    var shelf = new Shelf("FAN-201", "fan1", BEGUN, Optional.empty(), Actor.AGENT);
    Fault aside = begun.updated(begun.last(), Standing.NEW.withShelf(Optional.of(shelf)));
    Fault back = aside.updated(begun.last(), Standing.NEW);
    var story =
        List.of(
            TestFaults.raised("a"),
            TestFaults.told(FaultTransition.Kind.SHELVED, aside),
            TestFaults.told(FaultTransition.Kind.UPDATED, back));
    return story.stream()
        .flatMap(told -> store.commit(List.of(told), new PlaceEncoder()).alarms().stream())
        .toList();
  }
}
