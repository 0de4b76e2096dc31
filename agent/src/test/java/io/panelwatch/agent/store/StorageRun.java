package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Some lives of a store on a storage that fails, drawn from a seed. What was said to be durable is
 * noted; in the end the power is lost, and what the next start finds is held against the notes.
 *
 * <p>What was refused may be found all the same: its pages may stand in the write-ahead log, whole,
 * where only their flush was refused. That can be the last thing only, for the next one is written
 * over it, and it is all of it or nothing.
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

  /** What was said to be durable. */
  private Expected durable = Expected.NOTHING;

  /** That, and what is held in memory while the storage refuses. */
  private Expected live = Expected.NOTHING;

  private final Set<Expected> inDoubt = new LinkedHashSet<>();

  /** What the storage refused last of what is not held in memory: it may be found all the same. */
  private UnaryOperator<Expected> refused = UnaryOperator.identity();

  private boolean powered = true;
  private int episodes;
  private int deeds;

  StorageRun(long seed, FaultyStorage storage, Path folder) {
    random = new Random(seed);
    trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
    this.storage = storage;
    this.folder = folder;
  }

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
      begin(store);
      int healedAt = random.nextInt(80);
      for (int n = random.nextInt(60); powered && n >= 0; n--) {
        if (n == healedAt && trouble != Trouble.POWER) {
          storage.heal();
        }
        switch (random.nextInt(9)) {
          case 0 -> acknowledge(store);
          case 1 -> skip(store);
          case 2, 3 -> maintain(store);
          default -> commit(store);
        }
        powered = trouble != Trouble.POWER || store.health().durable();
      }
      if (!store.health().durable()) {
        // It is offered to the storage once more when the store is closed.
        inDoubt.add(live);
        inDoubt.add(refused.apply(live));
      }
      if (last) {
        storage.fail(FaultyStorage.Call.ANY, 0, 1, how());
      }
    }
  }

  private void begin(FaultStore store) throws SQLException {
    powered = trouble != Trouble.POWER || store.health().durable();
    Expected found = Expected.in(store);
    if (store.health().durable()) {
      agree(found);
    } else if (powered) {
      storage.heal();
      clock.advance(RetryPace.SHORTEST);
      assertTrue(store.maintain());
      store.lateRecollection();
      agree(Expected.in(store));
    }
  }

  private void commit(FaultStore store) {
    OutboxStatus before = store.outboxStatus();
    Batch batch = batch(transitions());
    Expected after = live.with(batch, before.epoch(), before.lastSeq(), ENCODER);
    if (store.commit(batch, ENCODER).durable()) {
      isDurable(after);
      return;
    }
    if (store.outboxStatus().epoch() == before.epoch()) {
      live = after;
      return;
    }
    inDoubt.add(after);
    live = live.with(batch, store.outboxStatus().epoch(), 0, ENCODER);
  }

  private List<FaultTransition> transitions() {
    var transitions = new ArrayList<FaultTransition>();
    var active = new ArrayList<String>(live.active());
    for (int n = random.nextInt(3); n >= 0; n--) {
      transitions.add(transition(active));
    }
    return transitions;
  }

  /** Transitions, and sometimes what an agent keeps beside them. */
  private Batch batch(List<FaultTransition> transitions) {
    List<Checkpoint> checkpoints =
        live.with(Batch.of(transitions), 0, 0, ENCODER).active().stream()
            .filter(_ -> random.nextInt(8) == 0)
            .map(id -> new Checkpoint(id, Duration.ofHours(1 + random.nextInt(700)), Duration.ZERO))
            .toList();
    List<DtcEntry> memory =
        random.nextInt(3) == 0 ? List.of(entry("fan" + random.nextInt(5))) : List.of();
    Optional<Arrangements> arrangements =
        random.nextInt(4) == 0 ? Optional.of(arranged()) : Optional.empty();
    List<AuditEntry> done =
        random.nextInt(3) == 0 ? List.of(TestDeeds.acknowledged("deed" + deeds++)) : List.of();
    return new Batch(transitions, checkpoints, memory, arrangements, done);
  }

  private DtcEntry entry(String fan) {
    var cycle = new DtcEntry.Cycle("boot-1", random.nextInt(40), random.nextBoolean(), false);
    int clean = random.nextInt(DtcEntry.AGED);
    return new DtcEntry("FAN-201", fan, 1 + random.nextInt(99), 1, "f", clean, cycle, true, true);
  }

  private Arrangements arranged() {
    return new Arrangements(shelves(), Optional.empty(), List.of());
  }

  private List<Shelf> shelves() {
    var since = new Stamp(clock.wall(), true, "boot-1", random.nextInt(9_000));
    var by = new Actor(Actor.Kind.SHELL, "wang");
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(fan -> new Shelf("FAN-201", "fan" + fan, since, Optional.empty(), by))
        .toList();
  }

  private FaultTransition transition(List<String> active) {
    if (active.isEmpty() || random.nextInt(3) == 0) {
      active.add("f" + episodes++);
      return TestFaults.raised(active.getLast());
    }
    return TestFaults.cleared(active.remove(random.nextInt(active.size())));
  }

  private void acknowledge(FaultStore store) {
    OutboxStatus outbox = store.outboxStatus();
    long contiguous = random.nextLong(outbox.lastSeq() + 1);
    store.acknowledge(outbox.epoch(), contiguous, ENCODER);
    changed(store, outbox, now -> now.acknowledged(outbox.epoch(), contiguous));
  }

  private void skip(FaultStore store) {
    OutboxStatus outbox = store.outboxStatus();
    long seq = random.nextLong(outbox.lastSeq() + 1);
    store.skip(outbox.epoch(), seq, ENCODER);
    changed(store, outbox, now -> now.skipped(outbox.epoch(), seq, ENCODER));
  }

  /** What changes rows of an epoch that cannot be reached any more changes nothing. */
  private void changed(FaultStore store, OutboxStatus before, UnaryOperator<Expected> change) {
    Expected after = change.apply(live);
    if (store.health().durable()) {
      isDurable(after);
    } else if (store.outboxStatus().epoch() == before.epoch()) {
      live = after;
    } else {
      inDoubt.add(after);
      refused = change;
    }
  }

  private void maintain(FaultStore store) {
    clock.advance(RetryPace.SHORTEST);
    if (store.maintain()) {
      // As an agent does, whose arrangements have what it was told so.
      store.lateRecollection();
      Expected withTheRefused = refused.apply(live);
      isDurable(live);
      Expected found = Expected.in(store);
      if (store.health().durable()) {
        assertTrue(found.equals(live) || found.equals(withTheRefused), () -> difference(found));
        isDurable(found);
      } else {
        inDoubt.add(withTheRefused);
      }
    } else if (!store.health().durable()) {
      inDoubt.add(live);
    }
  }

  private void isDurable(Expected now) {
    live = now;
    durable = now;
    inDoubt.clear();
    refused = UnaryOperator.identity();
  }

  /** A store that was opened has all that was durable, and perhaps what it refused last. */
  private void agree(Expected found) {
    assertTrue(found.equals(durable) || inDoubt.contains(found), () -> difference(found));
    isDurable(found);
  }

  private String difference(Expected found) {
    return "durable: %s%nin doubt: %s%nfound: %s".formatted(durable, inDoubt, found);
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

  /** What a storage has lost that lied cannot be known; what is kept from now on is there. */
  private void goOn(FaultStore store) {
    Expected found = Expected.in(store);
    OutboxStatus outbox = store.outboxStatus();
    store.commit(List.of(TestFaults.raised("afterwards")), ENCODER);
    store.acknowledge(outbox.epoch(), outbox.lastSeq(), ENCODER);

    Expected now = Expected.in(store);
    assertTrue(store.health().durable());
    assertTrue(now.active().contains("afterwards"));
    boolean told = store.setAside().isPresent();
    assertTrue(told || now.active().containsAll(found.active()), () -> difference(found));
  }

  private void lookAt(Path left) {
    try (var store = FaultStore.open(left, clock)) {
      assertTrue(store.health().durable());
      if (trouble == Trouble.LIE) {
        goOn(store);
        return;
      }
      assertEquals(Optional.empty(), store.setAside());
      agree(Expected.in(store));
      assertTrue(store.commit(List.of(TestFaults.raised("afterwards")), ENCODER).durable());
    }
    try (var database = Database.openReader(left.resolve("faults.db"))) {
      assertEquals(
          List.of("ok"), database.query("PRAGMA integrity_check", row -> row.getString(1)));
    }
  }
}
