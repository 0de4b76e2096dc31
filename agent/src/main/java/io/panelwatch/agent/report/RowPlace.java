package io.panelwatch.agent.report;

import io.panelwatch.agent.store.OutboxRow;
import java.util.Comparator;

/**
 * The place of a report in the outbox. Their order is the one in which reports are sent: the rows
 * that are left of an earlier epoch come before those of the one in force.
 *
 * @param epoch the outbox's epoch
 * @param seq within it
 */
record RowPlace(long epoch, long seq) implements Comparable<RowPlace> {

  /** Before every row. */
  static final RowPlace FIRST = new RowPlace(0, 0);

  private static final Comparator<RowPlace> ORDER =
      Comparator.comparingLong(RowPlace::epoch).thenComparingLong(RowPlace::seq);

  static RowPlace of(OutboxRow row) {
    return new RowPlace(row.epoch(), row.seq());
  }

  @Override
  public int compareTo(RowPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return epoch + ":" + seq;
  }
}
