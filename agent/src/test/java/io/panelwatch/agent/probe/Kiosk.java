package io.panelwatch.agent.probe;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.Boot;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.FaultIds;
import io.panelwatch.agent.fault.lifecycle.Judgement;
import io.panelwatch.agent.fault.lifecycle.Lifecycle;
import io.panelwatch.agent.fault.lifecycle.Moment;
import io.panelwatch.agent.fault.lifecycle.Outcome;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.Scanner;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.OutboxEncoder;
import io.panelwatch.agent.store.PlaceEncoder;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.linux.LinuxBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kiosk in the field: a board that is a folder of files, an agent that looks at it every ten
 * seconds and remembers in a store, and a technician in front of it. Time passes when it is told
 * to.
 */
final class Kiosk implements AutoCloseable {

  /** Whoever works on it. */
  static final Actor TECHNICIAN = new Actor(Actor.Kind.SHELL, "ann");

  private static final OutboxEncoder ENCODER = new PlaceEncoder();
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final BoardTree tree;
  private final LinuxBoard board;
  private final Scanner scanner;
  private final FaultStore store;
  private final List<FaultTransition> told = new ArrayList<>();
  private Lifecycle agent;
  private Judgement last = Judgement.NONE;
  private Duration time = Duration.ZERO;

  /** A new one, with nothing the matter, at its first look. */
  Kiosk(Path folder) throws InterruptedException {
    tree = BoardTree.healthy(folder.resolve("board"));
    board = LinuxBoard.of(tree.root(), BoardTree.EXPECTED);
    scanner = new Scanner(board.clock(), board.sources(), BOUND);
    store = FaultStore.open(folder.resolve("state"), new ManualClock());
    agent = start("boot-1");
    look();
  }

  /** An attribute changes, and the agent looks. */
  Kiosk finds(String path, String line) throws InterruptedException {
    tree.file(path, line);
    return look();
  }

  /** A part is gone, and the agent looks. */
  Kiosk loses(String path) throws InterruptedException {
    tree.delete(path);
    return look();
  }

  /** Time passes, with a look every ten seconds. */
  Kiosk passes(Duration duration) throws InterruptedException {
    Duration end = time.plus(duration);
    while (time.compareTo(end) < 0) {
      time = time.plus(LOOK_EVERY);
      look();
    }
    return this;
  }

  /** A day passes with one look at its end. */
  Kiosk aDayLater() throws InterruptedException {
    time = time.plusDays(1);
    return look();
  }

  /** The power goes and comes back. */
  Kiosk boots(String bootId) throws InterruptedException {
    agent = start(bootId);
    return look();
  }

  /** The technician does something that must succeed. */
  Kiosk does(Action action) {
    switch (agent.act(action, new Moment(START.plus(time), true, time.toNanos()))) {
      case Outcome.Done done -> {
        told.addAll(done.transitions());
        keep(new Batch(done.transitions(), List.of(), List.of(), done.arrangements()));
      }
      case Outcome other -> throw new AssertionError(action + " came to " + other);
    }
    return this;
  }

  /** The episode as it was told last. */
  Fault fault(String code, String component) {
    return told.reversed().stream()
        .map(FaultTransition::fault)
        .filter(fault -> fault.code().equals(code) && fault.component().equals(component))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing was told of " + code + " " + component));
  }

  /** The name of that episode. */
  String id(String code, String component) {
    return fault(code, component).faultId();
  }

  boolean isActive(String code, String component) {
    return last.active().stream()
        .anyMatch(fault -> fault.code().equals(code) && fault.component().equals(component));
  }

  boolean isPending(String code, String component) {
    return last.pending().stream()
        .anyMatch(fault -> fault.code().equals(code) && fault.component().equals(component));
  }

  /** What the store remembers of a code on a component. */
  Optional<DtcEntry> remembers(String code, String component) {
    return store.recollection().memory().stream()
        .filter(entry -> entry.code().equals(code) && entry.component().equals(component))
        .findFirst();
  }

  Judgement last() {
    return last;
  }

  private Lifecycle start(String bootId) {
    var started =
        new Lifecycle(
            Limits.defaults(Catalogue.load()),
            new Boot(bootId, time.toNanos()),
            new FaultIds(),
            (code, component) -> store.nextOccurrence(code, component, bootId),
            store::episode);
    started.resume(store.recollection());
    return started;
  }

  private Kiosk look() throws InterruptedException {
    Scan read = scanner.scan();
    last =
        agent.judge(
            new Scan(START.plus(time), true, time.toNanos(), read.readings(), read.sources()));
    told.addAll(last.transitions());
    keep(new Batch(last.transitions(), last.checkpoints(), last.memory(), last.arrangements()));
    return this;
  }

  private void keep(Batch batch) {
    if (!batch.isEmpty()) {
      store.commit(batch, ENCODER);
    }
  }

  @Override
  public void close() {
    scanner.close();
    store.close();
  }
}
