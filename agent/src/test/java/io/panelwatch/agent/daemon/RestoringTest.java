package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.health.ScriptedBoard;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.Backup;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.IntegrityCheck;
import io.panelwatch.agent.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a restore ended is told, whatever becomes of the note of it. */
final class RestoringTest {

  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  @TempDir private Path folder;

  private final ScriptedBoard board = new ScriptedBoard();
  private final List<String> notes = new ArrayList<>();

  @Test
  void restoreThatIsDoneIsDoneWhereItsNoteFails() throws IOException {
    try (var store = FaultStore.open(folder, board.clock)) {
      Path backup = folder.resolve("k7.db");
      Backup.write(folder.resolve(FaultStore.DATABASE), backup, (_, _) -> {});
      Backup.stage(backup, folder, (_, _) -> {});

      assertEquals(0, restoring(store).restore(LIN, "k7.db").episodes());
      assertEquals(List.of("k7.db done"), notes);
    }
  }

  @Test
  void refusedRestoreTellsWhyWhereItsNoteFails() {
    try (var store = FaultStore.open(folder, board.clock)) {
      var refused =
          assertThrows(StoreException.class, () -> restoring(store).restore(LIN, "k7.db"));

      assertTrue(refused.getMessage().contains("there is no backup"), refused.getMessage());
      assertEquals(List.of("k7.db failed"), notes);
    }
  }

  private Restoring restoring(FaultStore store) {
    return new Restoring(
        store, Optional.empty(), board, IntegrityCheck.start(folder, store), this::refuse);
  }

  private void refuse(AuditEntry note) {
    notes.add(note.subject() + " " + note.outcome());
    throw new IllegalStateException("a note that nobody takes");
  }
}
