package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Some lives of a store on a storage that fails, drawn from a seed. What was said to be kept is
 * noted; in the end the power is lost, and what the next start finds is held against the notes.
 *
 * <p>A change that was refused may be found all the same: its pages may stand in the write-ahead
 * log, whole, where only their flush was refused. That can be the last change only, for the next
 * one is written over it, and it is all of it or nothing.
 */
final class StorageRun {

  /** What is wrong with the storage, beside that its power goes in the end. */
  enum Trouble {
    /** The power goes earlier, in the middle of anything. */
    POWER,
    EIO,
    ENOSPC,
    EROFS,
    /** It says that it has flushed, and has not. */
    LIE
  }

  private static final OutboxEncoder ENCODER = new LongReports();
  private static final List<FaultyStorage.Call> CALLS =
      List.of(
          FaultyStorage.Call.READ,
          FaultyStorage.Call.WRITE,
          FaultyStorage.Call.SYNC,
          FaultyStorage.Call.CHANGE,
          FaultyStorage.Call.ANY);

  private final Random random;
  private final Trouble trouble;
  private final FaultyStorage storage;
  private final Path folder;
  private final ManualClock clock = new ManualClock();

  private Expected known = Expected.NOTHING;
  private final Set<Expected> inDoubt = new LinkedHashSet<>();
  private boolean powered = true;
  private int episodes;

  StorageRun(long seed, FaultyStorage storage, Path folder) {
    random = new Random(seed);
    trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
    this.storage = storage;
    this.folder = folder;
  }

  /** Something that a store is asked to keep, and what it then has. */
  private record Change(Runnable asked, Expected after) {}

  /** Lives, loses the power, and looks at what is left. */
  void run() throws IOException, SQLException {
    for (int lives = 1 + random.nextInt(4); powered && lives > 0; lives--) {
      letItFail();
      live(lives == 1);
    }
    storage.cut(random.nextLong());
    lookAt(whatIsLeft());
  }

  private void letItFail() throws SQLException {
    switch (trouble) {
      case POWER -> storage.fail(FaultyStorage.Call.ANY, random.nextInt(1_500), 1, how());
      case LIE -> storage.lie();
      case EIO, ENOSPC, EROFS -> {
        var call = CALLS.get(random.nextInt(CALLS.size()));
        storage.fail(call, random.nextInt(300), 1 + random.nextInt(12), how());
      }
    }
  }

  private FaultyStorage.How how() {
    return switch (trouble) {
      case ENOSPC -> FaultyStorage.How.ENOSPC;
      case EROFS -> FaultyStorage.How.EROFS;
      case POWER, EIO, LIE -> FaultyStorage.How.EIO;
    };
  }

  private void live(boolean last) throws SQLException {
    try (var store = FaultStore.open(folder, clock)) {
      agree(store);
      int healedAt = random.nextInt(80);
      for (int n = random.nextInt(60); powered && n >= 0; n--) {
        if (n == healedAt && trouble != Trouble.POWER) {
          storage.heal();
        }
        ask(change(store));
      }
      if (last) {
        storage.fail(FaultyStorage.Call.ANY, 0, 1, how());
      }
    } catch (StoreException e) {
      assertTrue(trouble != Trouble.LIE, e::getMessage);
      powered = trouble != Trouble.POWER;
    }
  }

  private void ask(Change change) {
    try {
      change.asked.run();
      known = change.after;
      inDoubt.clear();
    } catch (StoreException e) {
      inDoubt.add(change.after);
      powered = trouble != Trouble.POWER;
    }
  }

  private Change change(FaultStore store) {
    return switch (random.nextInt(8)) {
      case 0 -> acknowledgement(store);
      case 1 -> skip(store);
      default -> commit(store);
    };
  }

  private Change commit(FaultStore store) {
    var transitions = new ArrayList<FaultTransition>();
    Expected after = known;
    for (int n = random.nextInt(3); n >= 0; n--) {
      FaultTransition next = transition(after);
      transitions.add(next);
      after = after.with(next, ENCODER);
    }
    return new Change(() -> store.commit(transitions, ENCODER), after);
  }

  private FaultTransition transition(Expected now) {
    List<String> active = now.active();
    if (active.isEmpty() || random.nextInt(3) == 0) {
      return TestFaults.raised("f" + episodes++);
    }
    return TestFaults.cleared(active.get(random.nextInt(active.size())));
  }

  private Change acknowledgement(FaultStore store) {
    long contiguous = random.nextLong(known.lastSeq() + 1);
    return new Change(
        () -> store.acknowledge(store.outboxStatus().epoch(), contiguous, ENCODER),
        known.acknowledged(contiguous));
  }

  private Change skip(FaultStore store) {
    long seq = random.nextLong(known.lastSeq() + 1);
    return new Change(() -> store.skip(seq, ENCODER), known.skipped(seq, ENCODER));
  }

  /** A store that was opened has all that it said it had, and perhaps what it refused last. */
  private void agree(FaultStore store) {
    Expected found = Expected.in(store);
    assertTrue(
        found.equals(known) || inDoubt.contains(found),
        () -> "kept: %s%nin doubt: %s%nfound: %s".formatted(known, inDoubt, found));
    assertTrue(found.hasNoGap(), found::toString);
    known = found;
    inDoubt.clear();
  }

  /** What the storage has when the power is back, for a program that starts anew. */
  private Path whatIsLeft() throws IOException {
    Path left = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-left"));
    for (String name : List.of("faults.db", "faults.db-wal")) {
      if (Files.exists(folder.resolve(name))) {
        Files.copy(folder.resolve(name), left.resolve(name));
      }
    }
    return left;
  }

  private void lookAt(Path left) {
    try (var store = FaultStore.open(left, clock)) {
      if (trouble == Trouble.LIE) {
        return;
      }
      assertEquals(Optional.empty(), store.setAside());
      agree(store);
      store.commit(List.of(TestFaults.raised("afterwards")), ENCODER);
      assertEquals(known.lastSeq() + 1, store.outboxStatus().lastSeq());
    }
    try (var database = Database.openReader(left.resolve("faults.db"))) {
      assertEquals(
          List.of("ok"), database.query("PRAGMA integrity_check", row -> row.getString(1)));
    }
  }
}
