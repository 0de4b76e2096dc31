package io.panelwatch.agent.store;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.hal.BoardClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;

/**
 * The fault memory and the outbox, opened by their one writer.
 *
 * <p>No storage keeps a fault from being told. While it refuses (full, read-only, failing,
 * damaged), everything goes on in memory:
 *
 * <pre>
 *   DURABLE  --anything fails--&gt;  VOLATILE  --{@link #maintain} finds it well--&gt;  DURABLE
 *   epoch E                       epoch V, rows say durable: false              epoch E', the rows
 *                                                                               of E and V go on
 * </pre>
 *
 * <p>A program that ends while volatile takes what it held with it; the list of active faults,
 * which is sent at every connect, then tells the backend what is true.
 *
 * <p>Thread-safe: every method holds the store's monitor while it uses the one connection, so the
 * thread that judges and the thread that reports may both call it. A call lasts as long as the
 * storage takes (a commit flushes it); none belongs on a thread that draws, but for {@link
 * #health}.
 */
public final class FaultStore implements AutoCloseable {

  /** So long after a storage has refused it is asked again. */
  static final Duration RETRY_EVERY = Duration.ofSeconds(10);

  private final StoreFiles files;
  private final BoardClock clock;
  private final Pruning pruning;
  private Keeper keeper;
  private boolean damaged;
  private long refusedNanos;
  private volatile StoreHealth health = StoreHealth.WELL;

  private FaultStore(StoreFiles files, Pruning pruning, BoardClock clock) {
    this.files = files;
    this.pruning = pruning;
    this.clock = clock;
    keeper = firstKeeper();
  }

  private Keeper firstKeeper() {
    try {
      return files.open(clock, false);
    } catch (StoreInUseException e) {
      throw e;
    } catch (StoreException e) {
      refused(e);
      return new VolatileKeeper(files.lookAt(clock), clock);
    }
  }

  /**
   * Opens the store in a folder, or makes it. A database that is damaged, or that a newer program
   * wrote, is moved aside and a fresh one begun: see {@link #setAside()}. Damage is looked for only
   * where opening touches it; {@code PRAGMA integrity_check} would read all of a long history. A
   * storage that refuses is no reason not to start.
   *
   * @param settings how much of the history is kept
   * @throws StoreInUseException when another writer has it
   */
  public static FaultStore open(Path folder, StoreSettings settings, BoardClock clock) {
    return new FaultStore(new StoreFiles(folder), new Pruning(settings, clock), clock);
  }

  /** The same with the history that is kept where nothing else is configured. */
  public static FaultStore open(Path folder, BoardClock clock) {
    return open(folder, StoreSettings.DEFAULT, clock);
  }

  private void refused(StoreException why) {
    if (health.durable()) {
      Logger.error("Faults are kept in memory only, for the storage refuses: {}", why.getMessage());
    }
    damaged |= why.tellsOfDamage();
    health = new StoreHealth(false, why.storageRefuses());
    refusedNanos = clock.monotonicNanos();
  }

  /** Does something where faults are kept now, or else in memory. */
  private <T> T ask(Function<Keeper, T> work) {
    if (keeper instanceof DurableKeeper durable) {
      try {
        return work.apply(durable);
      } catch (StoreException e) {
        refused(e);
        VolatileKeeper inMemory = new VolatileKeeper(durable.known(), clock);
        keeper = inMemory;
        letGo(durable);
        T done = work.apply(inMemory);
        if (damaged) {
          // A database that is set aside leaves a storage that takes the next one.
          catchUp(inMemory);
        }
        return done;
      }
    }
    return work.apply(keeper);
  }

  /** After an I/O error neither the connection nor its cache is to be believed. */
  private void letGo(DurableKeeper durable) {
    try {
      durable.closeAfterRefusal();
    } catch (StoreException e) {
      Logger.warn("The refused fault memory did not close: {}", e.getMessage());
    }
  }

  /**
   * Bounds the history, a little at a time, and takes what is held in memory into the database when
   * the storage works again; to be called every few seconds. Waits as long as the storage does.
   *
   * @return whether something has just been taken from memory, so that a new epoch is in force
   */
  public synchronized boolean maintain() {
    return switch (keeper) {
      case DurableKeeper _ -> {
        run(in -> in.prune(pruning));
        yield false;
      }
      case VolatileKeeper inMemory -> {
        long since = clock.monotonicNanos() - refusedNanos;
        yield since >= RETRY_EVERY.toNanos() && catchUp(inMemory);
      }
    };
  }

  /** Whether the database could be opened and has taken over what was held. */
  private boolean catchUp(VolatileKeeper inMemory) {
    try {
      DurableKeeper opened = files.open(clock, damaged);
      damaged = false;
      takeOver(opened, inMemory);
      keeper = opened;
      health = StoreHealth.WELL;
      Logger.info("The fault memory is written again, and has taken over what was held in memory");
      return true;
    } catch (StoreException e) {
      refused(e);
      return false;
    }
  }

  private void takeOver(DurableKeeper opened, VolatileKeeper inMemory) {
    boolean taken = false;
    try {
      opened.takeOver(inMemory.held());
      taken = true;
    } finally {
      if (!taken) {
        letGo(opened);
      }
    }
  }

  /** How the store fares; may be asked on any thread, and never waits. */
  public StoreHealth health() {
    return health;
  }

  /**
   * Opens the memory of a folder to look at it, whether or not its writer runs.
   *
   * @throws StoreException when there is none, or it was written by another version
   */
  public static FaultMemory openReadOnly(Path folder) {
    return new FaultMemory(StoreFiles.openToRead(folder));
  }

  /** Where the previous database went, if it could not be used. */
  public synchronized Optional<Path> setAside() {
    return files.setAside();
  }

  /**
   * Keeps episodes and their reports in one transaction. Each report takes the next {@code seq} of
   * the epoch. When the encoder throws, nothing of it is there; nothing is written for nothing.
   */
  public synchronized Kept commit(Batch batch, OutboxEncoder encoder) {
    if (!batch.isEmpty()) {
      run(now -> now.commit(batch, encoder));
    }
    return new Kept(keeper instanceof DurableKeeper);
  }

  /** The same for transitions alone. */
  public Kept commit(List<FaultTransition> transitions, OutboxEncoder encoder) {
    return commit(Batch.of(transitions), encoder);
  }

  /** What an agent that starts goes on with. */
  public synchronized Recollection recollection() {
    return keeper.recollection();
  }

  private void run(Consumer<Keeper> work) {
    ask(
        now -> {
          work.accept(now);
          return now;
        });
  }

  /** Every active fault, the oldest first. */
  public synchronized List<Fault> active() {
    return keeper.active();
  }

  /** Every active fault, and which transitions that takes in. */
  public synchronized ActiveFaults activeFaults() {
    OutboxStatus status = ask(Keeper::status);
    return new ActiveFaults(keeper.active(), status, keeper instanceof DurableKeeper);
  }

  /** The latest alarms that began after that, the oldest first. */
  public synchronized List<Announced> announcedSince(Instant since, int most) {
    return ask(in -> in.announcedSince(since, most));
  }

  /** The latest episodes, active or not, the newest first. */
  public synchronized List<Fault> history(int limit) {
    return ask(in -> in.history(limit));
  }

  /**
   * Which one the next episode of a code on a component is.
   *
   * @param bootId the boot in which it begins
   */
  public synchronized Occurrence nextOccurrence(String code, String component, String bootId) {
    return ask(in -> in.nextOccurrence(code, component, bootId));
  }

  /**
   * Reports that come after a place, in the order in which they are to be sent: by epoch, and
   * within it by seq.
   */
  public synchronized List<OutboxRow> outboxAfter(long epoch, long seq, int limit) {
    return ask(in -> in.outboxAfter(epoch, seq, limit));
  }

  /** How it stands with the outbox. */
  public synchronized OutboxStatus outboxStatus() {
    return ask(Keeper::status);
  }

  /**
   * Applies the backend's acknowledgement.
   *
   * @param epoch the outbox epoch it is for; one of which no row is kept touches nothing
   * @param contiguous the backend has every report of it up to this one
   * @param encoder gives kept reports their new place where a new epoch begins
   */
  public synchronized AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder) {
    return ask(in -> in.acknowledge(epoch, contiguous, encoder));
  }

  /** Gives up the content of a report and keeps its place; nothing where it has left already. */
  public synchronized void skip(long epoch, long seq, OutboxEncoder encoder) {
    run(in -> in.skip(epoch, seq, encoder));
  }

  /**
   * Keeps a document of the backend over restarts.
   *
   * @return false, and nothing changed, when a newer one of its topic is kept
   */
  public synchronized boolean keep(KeptDocument document) {
    return ask(in -> in.keep(document));
  }

  /** Forgets the document of a topic. */
  public synchronized void forget(String topic) {
    run(in -> in.forget(topic));
  }

  /** Every kept document, by topic. */
  public synchronized List<KeptDocument> documents() {
    return ask(Keeper::documents);
  }

  /** Counts connections to the broker, over restarts: 1, 2, 3... */
  public synchronized long nextConnectionSeq() {
    return ask(Keeper::nextConnectionSeq);
  }

  /** Ends it; the write-ahead log is folded into the database. */
  @Override
  public synchronized void close() {
    try {
      if (keeper instanceof DurableKeeper durable) {
        durable.close();
      }
    } catch (StoreException e) {
      Logger.warn("The fault memory did not close: {}", e.getMessage());
    } finally {
      files.close();
    }
  }
}
