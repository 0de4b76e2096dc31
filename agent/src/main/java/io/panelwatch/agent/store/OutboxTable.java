package io.panelwatch.agent.store;

import io.panelwatch.hal.BoardClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The rows that wait for the backend, and the head that gives away the next {@code seq}. */
final class OutboxTable {

  /** Bits of chance below the seconds, so that an epoch stays under 2^53 until the year 2242. */
  private static final int CHANCE_BITS = 20;

  private record Head(long epoch, long lastSeq) {}

  private final Database database;
  private final BoardClock clock;

  OutboxTable(Database database, BoardClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins the first epoch of a new store. */
  void beginIfNew() {
    if (database.number("SELECT count(*) FROM outbox_head") == 0) {
      database.update("INSERT INTO outbox_head VALUES (1, ?, 0)", newEpoch(0));
    }
  }

  /** Takes the next seq of the epoch in force; within the transaction that fills it. */
  long takeSeq() {
    database.update("UPDATE outbox_head SET last_seq = last_seq + 1");
    return head().lastSeq;
  }

  long epoch() {
    return head().epoch;
  }

  void add(long epoch, long seq, String payload) {
    database.update(
        "INSERT INTO outbox (epoch, seq, written, payload) VALUES (?, ?, ?, ?)",
        epoch,
        seq,
        clock.wall().toString(),
        payload);
  }

  /** Gives a report up but keeps its place. */
  void skip(long seq, String payload) {
    database.update(
        "UPDATE outbox SET skipped = 1, payload = ? WHERE epoch = ? AND seq = ?",
        payload,
        epoch(),
        seq);
  }

  /** Rows of the epoch in force that come after a seq, in order. */
  List<OutboxRow> after(long seq, int limit) {
    return database.query(
        "SELECT seq, skipped, payload FROM outbox WHERE epoch = ? AND seq > ? ORDER BY seq LIMIT ?",
        row -> new OutboxRow(row.getLong(1), row.getInt(2) == 1, row.getString(3)),
        epoch(),
        seq,
        limit);
  }

  /** Rows leave from the front only, so the ends tell the depth without counting. */
  OutboxStatus status() {
    Head head = head();
    long oldestSeq =
        database
            .first(
                "SELECT min(seq) FROM outbox WHERE epoch = ? HAVING min(seq) IS NOT NULL",
                row -> row.getLong(1),
                head.epoch)
            .orElse(head.lastSeq + 1);
    return new OutboxStatus(
        head.epoch,
        oldestSeq,
        head.lastSeq,
        (int) (head.lastSeq - oldestSeq + 1),
        written(head.epoch, oldestSeq));
  }

  private Optional<Instant> written(long epoch, long seq) {
    return database.first(
        "SELECT written FROM outbox WHERE epoch = ? AND seq = ?",
        row -> Instant.parse(row.getString(1)),
        epoch,
        seq);
  }

  /** Drops what the backend has; see {@link FaultStore#acknowledge}. */
  AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder) {
    Head head = head();
    if (epoch != head.epoch) {
      return AckOutcome.OTHER_EPOCH;
    }
    if (contiguous > head.lastSeq) {
      moveToNewEpoch(head, encoder);
      return AckOutcome.NEW_EPOCH;
    }
    int gone =
        database.update("DELETE FROM outbox WHERE epoch = ? AND seq <= ?", epoch, contiguous);
    return gone > 0 ? AckOutcome.ADVANCED : AckOutcome.NOTHING_NEW;
  }

  /** What is kept was never seen by the backend under its old place: all of it moves. */
  private void moveToNewEpoch(Head old, OutboxEncoder encoder) {
    long epoch = newEpoch(old.epoch);
    List<OutboxRow> rows = after(0, Integer.MAX_VALUE);
    database.update("UPDATE outbox_head SET epoch = ?, last_seq = 0", epoch);
    for (OutboxRow row : rows) {
      long seq = takeSeq();
      String payload =
          row.skipped() ? encoder.skipped(epoch, seq) : encoder.moved(row.payload(), epoch, seq);
      database.update(
          "UPDATE outbox SET epoch = ?, seq = ?, payload = ? WHERE epoch = ? AND seq = ?",
          epoch,
          seq,
          payload,
          old.epoch,
          row.seq());
    }
  }

  private long newEpoch(long previous) {
    long seconds = Math.max(0, clock.wall().getEpochSecond());
    long chance = ThreadLocalRandom.current().nextInt(1 << CHANCE_BITS);
    return Math.max(previous + 1, (seconds << CHANCE_BITS) | chance);
  }

  private Head head() {
    return database
        .first(
            "SELECT epoch, last_seq FROM outbox_head",
            row -> new Head(row.getLong(1), row.getLong(2)))
        .orElseThrow(() -> new StoreException("the outbox has no head; restore a backup"));
  }
}
