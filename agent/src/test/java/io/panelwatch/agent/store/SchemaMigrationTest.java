package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault memory that an earlier version has left is read as it was. */
final class SchemaMigrationTest {

  /** What {@code v1-sample.sql} was written from. */
  private static final Fault GONE = TestFaults.stoppedFan("gone", 2, false);

  private static final Fault AGAIN =
      TestFaults.stoppedFan("again", 2, false, "boot-1", new Occurrence(2, 2, 0, true));
  private static final Fault NOW =
      TestFaults.stoppedFan("now", 1, true, "boot-2", new Occurrence(3, 1, 0, true));

  @TempDir private Path folder;

  @Test
  void version1IsReadAsItWas() throws IOException {
    lookAt(version1());
  }

  @Test
  void migrationThatIsCutOffAtAnyStatementIsDoneAtTheNextStart() throws IOException {
    List<String> statements = List.of(resource("V2.sql").split(";\n", -1));
    assertTrue(statements.size() > 20, "one by one");
    for (int done = 0; done < statements.size(); done++) {
      Path state = version1();
      try (var database = Database.openWriter(StoreFolder.databaseIn(state))) {
        database.script("BEGIN IMMEDIATE;");
        statements.subList(0, done).forEach(statement -> database.script(statement + ";"));
      }
      lookAt(state);
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
      assertEquals(5, store.outboxStatus().lastSeq());
      assertEquals(List.of(new KeptDocument("dn/queue", 5, 2, "{\"rev\":2}")), store.documents());
      assertEquals(3, store.nextConnectionSeq());
      assertEquals(
          new Occurrence(4, 2, 0, true), store.nextOccurrence("FAN-201", "fan1", "boot-2"));
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

  private static String resource(String name) throws IOException {
    try (var in = SchemaMigrationTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
