package io.panelwatch.agent.store;

import io.panelwatch.hal.BoardClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tinylog.Logger;

/**
 * Reports in memory, under an epoch of their own. Memory is spared without losing that a fault
 * began or ended:
 *
 * <ul>
 *   <li>only the latest {@value #WHOLE_ROWS} have what was read and advised;
 *   <li>beyond {@value #MANY_ROWS}, those that only tell a change, or what somebody did, keep their
 *       place and nothing else;
 *   <li>beyond {@value #TOO_MANY_ROWS}, none has more than that it began or ended: about a
 *       kilobyte.
 * </ul>
 */
final class VolatileOutbox {

  static final int WHOLE_ROWS = 500;
  static final int MANY_ROWS = 1_000;
  static final int TOO_MANY_ROWS = 2_000;

  private record Row(boolean mayBeGivenUp, Waiting since, OutboxRow row) {

    Row brief(OutboxEncoder encoder) {
      boolean asItIs = row.skipped() || row.topic() != OutboxTopic.FAULT;
      return asItIs ? this : new Row(mayBeGivenUp, since, row.saying(encoder.brief(row.payload())));
    }

    Row givenUp(OutboxEncoder encoder) {
      return new Row(mayBeGivenUp, since, row.givenUp(encoder));
    }
  }

  private final long epoch;
  private final BoardClock clock;
  private TreeMap<Long, Row> rows = new TreeMap<>();
  private long lastSeq;

  /** Up to there every report is brief. */
  private long lastBrief;

  private boolean tooManyTold;

  /** An empty one of that epoch. */
  VolatileOutbox(long epoch, BoardClock clock) {
    this.epoch = epoch;
    this.clock = clock;
  }

  long epoch() {
    return epoch;
  }

  /** Every row, in its order. */
  List<OutboxRow> all() {
    return rows.values().stream().map(Row::row).toList();
  }

  /** Adds the reports of a batch and keeps to the bounds; as it was where the encoder throws. */
  void add(Batch batch, OutboxEncoder encoder) {
    var next = new TreeMap<>(rows);
    long last = lastSeq;
    for (Report report : Report.of(batch)) {
      var place = new OutboxPlace(epoch, ++last, false);
      OutboxRow row = report.whole(place, encoder);
      next.put(last, new Row(report.mayBeGivenUp(), Waiting.since(clock), row));
    }
    boolean tooMany = next.size() > TOO_MANY_ROWS;
    long brief = tooMany ? last : Math.max(lastBrief, last - WHOLE_ROWS);
    if (next.size() > MANY_ROWS) {
      next.replaceAll((_, row) -> spare(row) ? row.givenUp(encoder) : row);
    }
    next.subMap(lastBrief, false, brief, true).replaceAll((_, row) -> row.brief(encoder));
    // Nothing may fail from here: the batch would be offered again, and be there twice.
    rows = next;
    lastSeq = last;
    lastBrief = brief;
    if (tooMany) {
      tellTooMany();
    }
  }

  private void tellTooMany() {
    if (!tooManyTold) {
      tooManyTold = true;
      Logger.error(
          "{} reports wait in memory for the storage and the backend; from now on they tell only"
              + " what began and what ended",
          rows.size());
    }
  }

  private static boolean spare(Row row) {
    return row.mayBeGivenUp && !row.row.skipped();
  }

  /** Rows of the epochs before are in the database, and wait. */
  List<OutboxRow> after(long afterEpoch, long afterSeq, int limit) {
    long seq = afterEpoch < epoch ? 0 : afterEpoch == epoch ? afterSeq : lastSeq;
    return rows.tailMap(seq, false).values().stream().limit(limit).map(Row::row).toList();
  }

  OutboxStatus status() {
    return new OutboxStatus(
        epoch,
        rows.isEmpty() ? lastSeq + 1 : rows.firstKey(),
        lastSeq,
        rows.size(),
        Optional.ofNullable(rows.firstEntry()).map(first -> first.getValue().since));
  }

  /** An epoch that began in memory cannot have lost rows: what is beyond them is not of it. */
  AckOutcome acknowledge(long of, long contiguous) {
    if (of != epoch || contiguous > lastSeq) {
      return AckOutcome.OTHER_EPOCH;
    }
    Map<Long, Row> done = rows.headMap(contiguous, true);
    boolean any = !done.isEmpty();
    done.clear();
    return any ? AckOutcome.ADVANCED : AckOutcome.NOTHING_NEW;
  }

  /** Gives a report up but keeps its place. */
  void skip(long of, long seq, OutboxEncoder encoder) {
    if (of == epoch) {
      rows.computeIfPresent(seq, (_, row) -> row.givenUp(encoder));
    }
  }
}
