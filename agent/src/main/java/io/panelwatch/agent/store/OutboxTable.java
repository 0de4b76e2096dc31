package io.panelwatch.agent.store;

import io.panelwatch.hal.BoardClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tinylog.Logger;

/** The rows that wait for the backend, and the head that gives away the next {@code seq}. */
final class OutboxTable {

  private static final Database.RowReader<OutboxRow> ROW =
      row ->
          new OutboxRow(
              row.getLong("epoch"),
              row.getLong("seq"),
              OutboxTopic.ofPath(Row.required(row, "topic")),
              Row.flag(row, "skipped"),
              Row.required(row, "payload"));

  private record Head(long epoch, long lastSeq) {}

  private final Database database;
  private final BoardClock clock;

  /**
   * How many rows of earlier epochs wait; empty until that is counted. To count them goes through
   * all of them, with what they say, and it is asked with each report that is sent.
   */
  private OptionalLong ofEarlierEpochs = OptionalLong.empty();

  /** Which row was the oldest when that was asked last, and since when it is known as that. */
  private Held.Place oldest = new Held.Place(0, 0);

  private long oldestNanos;

  OutboxTable(Database database, BoardClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins the first epoch of a new store. */
  void beginIfNew() {
    if (database.number("SELECT count(*) FROM outbox_head") == 0) {
      database.update("INSERT INTO outbox_head VALUES (1, ?, 0)", Epochs.after(0, clock));
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

  /** The last place that was given away. */
  Held.Place last() {
    Head head = head();
    return new Held.Place(head.epoch, head.lastSeq);
  }

  void add(OutboxRow row) {
    database.update(
        """
        INSERT INTO outbox (epoch, seq, topic, skipped, written, written_trusted, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        row.epoch(),
        row.seq(),
        row.topic().path(),
        row.skipped() ? 1 : 0,
        clock.wall().toString(),
        clock.wallTrusted() ? 1 : 0,
        row.payload());
  }

  /** Gives a report up but keeps its place. */
  void skip(long epoch, long seq, String payload) {
    database.update(
        "UPDATE outbox SET skipped = 1, payload = ? WHERE epoch = ? AND seq = ?",
        payload,
        epoch,
        seq);
  }

  /** Rows that come after a place, in order of their epochs and within them of seq. */
  List<OutboxRow> after(long epoch, long seq, int limit) {
    return database.query(
        """
        SELECT epoch, seq, topic, skipped, payload FROM outbox WHERE (epoch, seq) > (?, ?)
        ORDER BY epoch, seq LIMIT ?
        """,
        ROW,
        epoch,
        seq,
        limit);
  }

  /** Rows leave from the front only, so the ends of the epoch in force tell its depth. */
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
        (int) (ofEarlierEpochs(head) + head.lastSeq - oldestSeq + 1),
        oldest());
  }

  private long ofEarlierEpochs(Head head) {
    if (ofEarlierEpochs.isEmpty()) {
      ofEarlierEpochs =
          OptionalLong.of(
              database.number("SELECT count(*) FROM outbox WHERE epoch < ?", head.epoch));
    }
    return ofEarlierEpochs.getAsLong();
  }

  private Optional<Waiting> oldest() {
    return database
        .readable(
            """
            SELECT epoch, seq, written, written_trusted FROM outbox
            ORDER BY epoch, seq LIMIT 1
            """,
            row ->
                new Waiting(
                    Instant.parse(Row.required(row, "written")),
                    Row.flag(row, "written_trusted"),
                    knownNanos(new Held.Place(row.getLong("epoch"), row.getLong("seq")))))
        .stream()
        .findFirst();
  }

  private long knownNanos(Held.Place first) {
    if (!first.equals(oldest)) {
      oldest = first;
      oldestNanos = clock.monotonicNanos();
    }
    return oldestNanos;
  }

  /** Drops what the backend has; see {@link FaultStore#acknowledge}. */
  AckOutcome acknowledge(long epoch, long contiguous, OutboxEncoder encoder) {
    Head head = head();
    if (epoch == head.epoch && contiguous > head.lastSeq) {
      moveToNewEpoch(head, encoder);
      return AckOutcome.NEW_EPOCH;
    }
    boolean known =
        epoch == head.epoch
            || database.number("SELECT EXISTS (SELECT 1 FROM outbox WHERE epoch = ?)", epoch) == 1;
    if (!known) {
      return AckOutcome.OTHER_EPOCH;
    }
    int gone =
        database.update("DELETE FROM outbox WHERE epoch = ? AND seq <= ?", epoch, contiguous);
    if (epoch != head.epoch && ofEarlierEpochs.isPresent()) {
      ofEarlierEpochs = OptionalLong.of(ofEarlierEpochs.getAsLong() - gone);
    }
    return gone > 0 ? AckOutcome.ADVANCED : AckOutcome.NOTHING_NEW;
  }

  /** The rows of this epoch were never seen by the backend under their places: they move. */
  private void moveToNewEpoch(Head old, OutboxEncoder encoder) {
    long epoch = begin(old.epoch);
    long from = 0;
    for (var row = next(old.epoch, from); row.isPresent(); row = next(old.epoch, from)) {
      from = row.get().seq();
      move(row.get(), new Held.Place(epoch, takeSeq()), encoder);
    }
  }

  /** One at a time: all reports of a long outage are more than the memory of a small board. */
  private Optional<OutboxRow> next(long epoch, long afterSeq) {
    return database.first(
        """
        SELECT epoch, seq, topic, skipped, payload FROM outbox WHERE epoch = ? AND seq > ?
        ORDER BY seq LIMIT 1
        """,
        ROW,
        epoch,
        afterSeq);
  }

  private void move(OutboxRow row, Held.Place to, OutboxEncoder encoder) {
    String payload =
        row.skipped()
            ? encoder.skipped(to.epoch(), to.seq())
            : moved(row, to.epoch(), to.seq(), encoder);
    database.update(
        "UPDATE outbox SET epoch = ?, seq = ?, payload = ? WHERE epoch = ? AND seq = ?",
        to.epoch(),
        to.seq(),
        payload,
        row.epoch(),
        row.seq());
  }

  /** A report that cannot be read any more keeps its place and nothing else. */
  private static String moved(OutboxRow row, long epoch, long seq, OutboxEncoder encoder) {
    try {
      return encoder.moved(row.payload(), epoch, seq);
    } catch (RuntimeException e) {
      Logger.warn("Report {} is not as it was written and is given up: {}", row.seq(), e);
      return encoder.skipped(epoch, seq);
    }
  }

  /**
   * Takes in rows that were held in memory, at their places, and begins a new epoch after theirs.
   *
   * <p>What the outbox has beyond the last place before a refusal goes: the commit that was refused
   * may have left it, and the same transitions stand among the rows that are held. So may have a
   * refused attempt to take over.
   */
  void takeOver(Held held) {
    database.update("DELETE FROM outbox WHERE epoch = ?", held.epoch());
    held.lastGood()
        .ifPresent(
            good ->
                database.update(
                    "DELETE FROM outbox WHERE epoch = ? AND seq > ?", good.epoch(), good.seq()));
    held.rows().forEach(this::add);
    begin(Math.max(head().epoch, held.epoch()));
  }

  /** Begins an epoch after that one, and after the one in force. */
  long begin(long previous) {
    long epoch = Epochs.after(previous, clock);
    database.update("UPDATE outbox_head SET epoch = ?, last_seq = 0", epoch);
    ofEarlierEpochs = OptionalLong.empty();
    return epoch;
  }

  private Head head() {
    return database
        .first(
            "SELECT epoch, last_seq FROM outbox_head",
            row -> new Head(row.getLong(1), row.getLong(2)))
        .orElseThrow(() -> new StoreException("the outbox has no head; restore a backup"));
  }
}
