package io.panelwatch.agent.store;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Bounds the history: an episode goes when it has been over for too long, and, where the database
 * is too large, before that, the oldest first. What is active stays, so does the latest episode of
 * each code on each component, because the next one is counted from it, and what the backend may
 * not have yet.
 *
 * <p>It is done once an hour, and in slices, because each blocks who stores. The file does not
 * shrink: pages that are free are used again, so that its bound is one of the pages in use. A date
 * counts only where the clock could be believed, both then and now. Not thread-safe.
 */
final class Pruning {

  private record Looked(long n, Instant changed) {}

  static final Duration EVERY = Duration.ofHours(1);

  /** So many episodes are looked at in one transaction. */
  static final int SLICE = 200;

  private static final long MEGABYTE = 1 << 20;

  /** Once it is too large, it is made so much smaller that this is not due again at once. */
  private static final double ENOUGH = 0.9;

  private final BoardClock clock;
  private final Duration kept;
  private final long mostBytes;
  private long lastNanos;
  private boolean underWay;
  private boolean tooLarge;
  private long lookedAt;
  private long gone;

  Pruning(StoreSettings settings, BoardClock clock) {
    this.clock = clock;
    kept = Duration.ofDays(settings.historyDays());
    mostBytes = settings.historyMegabytes() * MEGABYTE;
    lastNanos = clock.monotonicNanos() - EVERY.toNanos();
  }

  /** Does the next slice, if there is one to be done now. */
  void step(Database database) {
    if (!underWay && clock.monotonicNanos() - lastNanos < EVERY.toNanos()) {
      return;
    }
    if (!underWay) {
      underWay = true;
      lookedAt = 0;
      gone = 0;
      tooLarge = bytes(database) > mostBytes;
    }
    underWay = slice(database);
    if (!underWay) {
      lastNanos = clock.monotonicNanos();
      if (gone > 0) {
        Logger.info("{} episodes have left the history", gone);
      }
    }
  }

  /** How much of the file is in use. */
  static long bytes(Database database) {
    return database.number("PRAGMA page_size")
        * (database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count"));
  }

  /** Whether there may be more to do: nothing that is younger has been over for longer. */
  private boolean slice(Database database) {
    List<Looked> next =
        database.query(
            "SELECT n, last_change FROM fault WHERE n > ? ORDER BY n LIMIT ?",
            row -> new Looked(row.getLong(1), Instant.parse(row.getString(2))),
            lookedAt,
            SLICE);
    if (next.isEmpty()) {
      return false;
    }
    Looked last = next.getLast();
    tooLarge = tooLarge && bytes(database) > ENOUGH * mostBytes;
    Optional<Instant> over =
        clock.wallTrusted() ? Optional.of(clock.wall().minus(kept)) : Optional.empty();
    gone += database.inTransaction(() -> delete(database, last.n, over));
    lookedAt = last.n;
    return tooLarge || over.filter(last.changed::isBefore).isPresent();
  }

  private int delete(Database database, long last, Optional<Instant> over) {
    return database.update(
        """
        DELETE FROM fault WHERE n > ? AND n <= ? AND active = 0
          AND (? = 1 OR (clock_trusted = 1 AND cleared < ?))
          AND last_change < coalesce(
            (SELECT written FROM outbox ORDER BY epoch, seq LIMIT 1), '9999')
          AND EXISTS (SELECT 1 FROM fault AS later
            WHERE later.code = fault.code AND later.component = fault.component
              AND later.occurrence > fault.occurrence)
        """,
        lookedAt,
        last,
        tooLarge ? 1 : 0,
        over.map(Instant::toString).orElse(""));
  }
}
