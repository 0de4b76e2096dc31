package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.hal.BoardClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;

/**
 * Where faults are kept now, in the database or in memory, and the way from one to the other and
 * back. Not thread-safe but for {@link #health}: the store's monitor is held.
 */
final class Failover implements AutoCloseable {

  /** Somebody takes a database away that lies aside: it is known so soon. */
  static final Duration LOOK_ASIDE_EVERY = Duration.ofMinutes(1);

  private final StoreFiles files;
  private final BoardClock clock;
  private Keeper keeper;
  private Optional<Recollection> late = Optional.empty();
  private boolean closed;
  private String reason = "";
  private final RetryPace pace;
  private long lookedAsideNanos;

  /** The inode of the database that was looked through because something contradicts it. */
  private long lookedThrough;

  private volatile StoreHealth health = StoreHealth.WELL;

  /**
   * Begins with the database, or in memory where the storage refuses.
   *
   * @throws StoreInUseException when another writer has it
   */
  Failover(StoreFiles files, BoardClock clock) {
    this.files = files;
    this.clock = clock;
    pace = new RetryPace(clock);
    keeper = firstKeeper();
    lookAside();
  }

  private Keeper firstKeeper() {
    try {
      return files.open(clock);
    } catch (StoreInUseException e) {
      throw e;
    } catch (StoreException e) {
      refused(e);
      return new VolatileKeeper(files.lookAt(clock), clock);
    }
  }

  /** Where faults are kept now; what is asked of it in memory cannot be refused. */
  Keeper keeper() {
    return keeper;
  }

  boolean durable() {
    return keeper instanceof DurableKeeper;
  }

  StoreHealth health() {
    return health;
  }

  /** See {@link FaultStore#lateRecollection}. */
  Optional<Recollection> takeLate() {
    Optional<Recollection> read = late;
    late = Optional.empty();
    return read;
  }

  /**
   * Does something where faults are kept now, or else in memory.
   *
   * @throws StoreException when it is closed: nothing would be kept of it
   */
  <T> T ask(Function<Keeper, T> work) {
    if (closed) {
      throw new StoreException("the fault memory is closed");
    }
    if (keeper instanceof DurableKeeper durable) {
      pace.begin();
      try {
        return work.apply(durable);
      } catch (StoreException refusal) {
        StoreException e = explained(refusal, durable);
        refused(e);
        VolatileKeeper inMemory = new VolatileKeeper(durable.known(), clock);
        keeper = inMemory;
        letGo(durable);
        T done = work.apply(inMemory);
        if (e.tellsOfDamage()) {
          // A database that is set aside leaves a storage that takes the next one.
          catchUp(inMemory);
          lookAside();
        }
        return done;
      }
    }
    return work.apply(keeper);
  }

  /** The same for what answers nothing. */
  void run(Consumer<Keeper> work) {
    ask(
        now -> {
          work.accept(now);
          return now;
        });
  }

  /**
   * Keeps a batch. Whoever arranges something before he has taken what is late does not know of the
   * arrangements in that, and will have both.
   *
   * @return the alarms among it
   */
  List<Alarm> commit(Batch batch, Optional<OutboxEncoder> encoder) {
    Batch whole = late.map(unknown -> batch.beside(unknown.arrangements())).orElse(batch);
    return ask(in -> in.commit(whole, encoder));
  }

  /** See {@link FaultStore#foundDamaged}. */
  boolean foundDamaged(DatabaseInUse looked, StoreException how) {
    if (!durable() || !files.inUse().equals(looked)) {
      return false;
    }
    Logger.error("The fault memory is damaged: {}", how.getMessage());
    run(
        in -> {
          if (in instanceof DurableKeeper) {
            throw how;
          }
        });
    return true;
  }

  /**
   * Takes what is held in memory into the database, if it is time to ask the storage again and it
   * works.
   *
   * @return whether it has
   */
  boolean retry() {
    return keeper instanceof VolatileKeeper inMemory && pace.isDue() && catchUp(inMemory);
  }

  /**
   * Puts the backup that was made ready in the place of the database.
   *
   * @return where the former one is kept
   * @throws StoreException when it was not done; faults go on in memory where even the former one
   *     is refused
   */
  Path exchange() {
    if (!(keeper instanceof DurableKeeper present) || !present.emptyLog()) {
      throw new StoreException("somebody reads the fault memory: try again, nothing was restored");
    }
    Held before = present.known();
    keeper = new VolatileKeeper(before, clock);
    pace.begin();
    try {
      present.close();
      Path former = files.replace();
      keeper = files.open(clock);
      late = Optional.of(unknown(keeper.recollection(), before));
      return former;
    } catch (StoreException e) {
      refused(e);
      throw e;
    }
  }

  /**
   * What is active is known, and stays; so is what was arranged, which may be ended before this is
   * read. The rest is the backup's.
   */
  private static Recollection unknown(Recollection all, Held before) {
    return new Recollection(
        List.of(), all.memory(), all.arrangements().without(before.kept().arrangements()));
  }

  /** Looks which databases lie aside: one that was taken away is told of no longer. */
  void lookAside() {
    lookedAsideNanos = clock.monotonicNanos();
    try {
      health = health.with(files.namesAside());
    } catch (StoreException e) {
      Logger.debug("What lies aside is as it was: {}", e.getMessage());
    }
  }

  /** The same, when it is time to look again. */
  void lookAsideAtTimes() {
    if (clock.monotonicNanos() - lookedAsideNanos >= LOOK_ASIDE_EVERY.toNanos()) {
      lookAside();
    }
  }

  /**
   * What contradicts what is there tells of damage where more of that does: a storage that has lost
   * a part of it says nothing. Looked up once for a database, since it reads all of it.
   */
  private StoreException explained(StoreException why, DurableKeeper durable) {
    if (!why.contradicts()) {
      return why;
    }
    try {
      long inode = files.inode();
      Optional<String> damage = inode == lookedThrough ? Optional.empty() : durable.damage();
      lookedThrough = inode;
      return damage.map(StoreException::damage).orElse(why);
    } catch (StoreException e) {
      return e.tellsOfDamage() ? e : why;
    }
  }

  /** Each reason is told once, until another one comes or the storage works again. */
  private void refused(StoreException why) {
    String now = why.getClass() + " " + why.sqliteCode() + " " + why.storageRefuses();
    if (health.durable() || !now.equals(reason)) {
      Logger.error("Faults are kept in memory only, for the storage refuses: {}", why.getMessage());
    }
    reason = now;
    if (why.tellsOfDamage()) {
      files.foundDamaged();
    }
    health = health.as(false, why.storageRefuses());
    pace.refused();
  }

  /** Whether the database could be opened and has taken over what was held. */
  private boolean catchUp(VolatileKeeper inMemory) {
    pace.begin();
    try {
      DurableKeeper opened = files.open(clock);
      late = takeOver(opened, inMemory).or(() -> late);
      keeper = opened;
      health = health.as(true, false);
      Logger.info("The fault memory is written again, and has taken over what was held in memory");
      return true;
    } catch (StoreException e) {
      refused(e);
      return false;
    }
  }

  private Optional<Recollection> takeOver(DurableKeeper opened, VolatileKeeper inMemory) {
    boolean taken = false;
    try {
      Optional<Recollection> unknown = opened.takeOver(inMemory.held());
      taken = true;
      return unknown;
    } catch (StoreException e) {
      throw explained(e, opened);
    } finally {
      if (!taken) {
        letGo(opened);
      }
    }
  }

  /** After an I/O error neither the connection nor its cache is to be believed. */
  private void letGo(DurableKeeper durable) {
    try {
      durable.closeAfterRefusal();
    } catch (StoreException e) {
      Logger.warn("The refused fault memory did not close: {}", e.getMessage());
    }
  }

  /** Ends it; what is held in memory is offered to the storage once more. */
  @Override
  public void close() {
    closed = true;
    try {
      if (keeper instanceof VolatileKeeper inMemory) {
        catchUp(inMemory);
      }
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
