package io.panelwatch.agent.store;

import io.panelwatch.agent.config.StoreSettings;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Bounds the history: an episode goes when it has been over for too long, and, where the database
 * is too large, before that, the oldest first. What is active stays, and so does the latest episode
 * of each code on each component, because the next one is counted from it; until it has aged, when
 * it goes with what is remembered of it: components that are named anew at each start would fill
 * the memory. Drills are not counted, so that none of them stays for that. A report that waits for
 * the backend says by itself all that it has to. What people did goes with its time.
 *
 * <p>It is done once an hour, and in slices, because each blocks who stores. The file does not
 * shrink: pages that are free are used again, so that its bound is one of the pages in use. A date
 * counts only where the clock could be believed now and when the episode began, and an end before
 * the beginning is none: it was dated by a clock that was not set. Not thread-safe.
 */
final class Pruning {

  private record Looked(long n, boolean old) {}

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
  private int forgotten;

  Pruning(StoreSettings settings, BoardClock clock) {
    this.clock = clock;
    kept = Duration.ofDays(settings.historyDays());
    mostBytes = settings.historyMegabytes() * MEGABYTE;
    lastNanos = clock.monotonicNanos() - EVERY.toNanos();
  }

  /**
   * Does the next slice, if there is one to be done now.
   *
   * @return whether what was remembered of a code on a component has gone
   */
  boolean step(Database database) {
    if (!underWay && clock.monotonicNanos() - lastNanos < EVERY.toNanos()) {
      return false;
    }
    forgotten = 0;
    if (!underWay) {
      underWay = true;
      lookedAt = 0;
      gone = 0;
      tooLarge = bytes(database) > mostBytes;
      over().ifPresent(before -> forgetDeeds(database, before));
    }
    underWay = slice(database);
    if (!underWay) {
      lastNanos = clock.monotonicNanos();
      if (gone > 0) {
        Logger.info("{} episodes have left the history", gone);
      }
    }
    return forgotten > 0;
  }

  /** What was over by then is over for too long; empty where the clock cannot be believed. */
  private Optional<String> over() {
    return clock.wallTrusted()
        ? Optional.of(clock.wall().minus(kept).toString())
        : Optional.empty();
  }

  private static void forgetDeeds(Database database, String before) {
    database.update("DELETE FROM audit WHERE audit_trusted = 1 AND audit_wall < ?", before);
  }

  /** How much of the file is in use. */
  static long bytes(Database database) {
    return database.number("PRAGMA page_size")
        * (database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count"));
  }

  /**
   * Whether there may be more to do. Episodes come in the order in which they began: where none of
   * a slice has changed so long ago, none behind it has been over for long.
   */
  private boolean slice(Database database) {
    Optional<String> over = over();
    List<Looked> next =
        database.query(
            "SELECT n, last_change < ? FROM fault WHERE n > ? ORDER BY n LIMIT ?",
            row -> new Looked(row.getLong(1), row.getInt(2) == 1),
            over.orElse(""),
            lookedAt,
            SLICE);
    if (next.isEmpty()) {
      return false;
    }
    long last = next.getLast().n;
    tooLarge = tooLarge && bytes(database) > ENOUGH * mostBytes;
    gone += database.inTransaction(() -> delete(database, last, over));
    lookedAt = last;
    return tooLarge || next.stream().anyMatch(Looked::old);
  }

  private int delete(Database database, long last, Optional<String> over) {
    int left = deleteEpisodes(database, last, over);
    forgotten +=
        database.update(
            """
        DELETE FROM memory WHERE clean_cycles >= ?
          AND NOT EXISTS (SELECT 1 FROM fault
            WHERE fault.code = memory.code AND fault.component = memory.component)
        """,
            DtcEntry.AGED);
    return left;
  }

  private int deleteEpisodes(Database database, long last, Optional<String> over) {
    return database.update(
        """
        DELETE FROM fault WHERE n > ? AND n <= ? AND active = 0
          AND (? = 1 OR (clock_trusted = 1 AND cleared < ?
            AND substr(cleared, 1, 19) >= substr(first_seen, 1, 19)))
          AND (
            test = 1
            OR EXISTS (SELECT 1 FROM fault AS later
              WHERE later.code = fault.code AND later.component = fault.component
                AND later.test = 0 AND later.occurrence > fault.occurrence)
            OR EXISTS (SELECT 1 FROM memory
              WHERE memory.code = fault.code AND memory.component = fault.component
                AND memory.clean_cycles >= ?))
        """,
        lookedAt,
        last,
        tooLarge ? 1 : 0,
        over.orElse(""),
        DtcEntry.AGED);
  }
}
