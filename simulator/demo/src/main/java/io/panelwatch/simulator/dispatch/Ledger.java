package io.panelwatch.simulator.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the backend has of one outbox (one epoch of one device). An immutable value; every method
 * returns the next one and what follows from it, and decides nothing else.
 *
 * <pre>
 *   seq   1 2 3 4 5   6   7 8   9   10 ...
 *         applied     ?   waits  ?   waits
 *               contiguous=5      missing = [6, 9]
 * </pre>
 *
 * <ul>
 *   <li>A row is applied once, when every row before it is: duplicates and reordering do nothing.
 *   <li>A new ledger does not know where the outbox begins. Rows wait until {@code up/status} says
 *       so: it then starts at {@code oldestSeq - 1}.
 *   <li>Rows that the device no longer has ({@code oldestSeq} beyond the gap) are skipped, visibly.
 *   <li>At most {@value #MAX_WAITING} rows ahead are kept; one further ahead is not taken, hence
 *       not acknowledged, hence sent again.
 * </ul>
 *
 * @param device whose outbox it is
 * @param epoch of that outbox
 * @param contiguous every row up to it is applied; empty until the beginning is known
 * @param waiting rows beyond {@code contiguous}, by seq
 */
public record Ledger(
    String device, long epoch, OptionalLong contiguous, SortedMap<Long, ReportRow> waiting) {

  /** How far ahead of a gap rows are kept. */
  static final int MAX_WAITING = 4_096;

  /** How many missing rows one {@code dn/ack} names; the rest follows once these are there. */
  static final int MAX_MISSING = 256;

  /** Takes an unmodifiable copy of what waits. */
  public Ledger {
    waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
  }

  /** A ledger without a row that does not know where its outbox begins. */
  static Ledger empty(String device, long epoch) {
    return new Ledger(device, epoch, OptionalLong.empty(), new TreeMap<>());
  }

  /**
   * The next ledger and what to do about it.
   *
   * @param ledger to be kept
   * @param recorded rows seen for the first time
   * @param applied rows whose turn has come, in order
   * @param skipped rows that will never come
   */
  public record Step(
      Ledger ledger, List<ReportRow> recorded, List<ReportRow> applied, List<SeqRange> skipped) {}

  /** Rows {@code first} to {@code last}, both included. */
  public record SeqRange(long first, long last) {}

  /** Takes a row: new and in reach, or nothing changes. */
  public Step accept(ReportRow row) {
    boolean known = row.seq() <= contiguous.orElse(0) || waiting.containsKey(row.seq());
    boolean outOfReach =
        contiguous.isPresent()
            ? row.seq() - contiguous.getAsLong() > MAX_WAITING
            : waiting.size() >= MAX_WAITING;
    if (known || outOfReach) {
      return new Step(this, List.of(), List.of(), List.of());
    }
    var more = new TreeMap<>(waiting);
    more.put(row.seq(), row);
    return applyInOrder(contiguous, more, List.of(row), List.of());
  }

  /**
   * Learns from {@code up/status} of the same epoch what the device can still send.
   *
   * @param oldestSeq the first row that the outbox has, at least 1
   */
  public Step announced(long oldestSeq) {
    long before = oldestSeq - 1;
    if (contiguous.isEmpty()) {
      return applyInOrder(OptionalLong.of(before), waiting, List.of(), List.of());
    }
    if (before <= contiguous.getAsLong()) {
      return new Step(this, List.of(), List.of(), List.of());
    }
    // Held rows below the announced beginning were received: they are applied, not skipped.
    var skipped = new ArrayList<SeqRange>();
    var held = new ArrayList<ReportRow>();
    long next = contiguous.getAsLong() + 1;
    for (ReportRow row : waiting.headMap(oldestSeq).values()) {
      if (row.seq() > next) {
        skipped.add(new SeqRange(next, row.seq() - 1));
      }
      held.add(row);
      next = row.seq() + 1;
    }
    if (next <= before) {
      skipped.add(new SeqRange(next, before));
    }
    Step rest =
        applyInOrder(OptionalLong.of(before), waiting.tailMap(oldestSeq), List.of(), skipped);
    held.addAll(rest.applied());
    return new Step(rest.ledger(), List.of(), List.copyOf(held), rest.skipped());
  }

  /** The rows to ask for again, ascending: the gaps below the highest row that waits. */
  public List<Long> missing() {
    if (contiguous.isEmpty() || waiting.isEmpty()) {
      return List.of();
    }
    var gaps = new ArrayList<Long>();
    long next = contiguous.getAsLong() + 1;
    for (long held : waiting.keySet()) {
      for (; next < held && gaps.size() < MAX_MISSING; next++) {
        gaps.add(next);
      }
      next = held + 1;
    }
    return List.copyOf(gaps);
  }

  private Step applyInOrder(
      OptionalLong from,
      SortedMap<Long, ReportRow> candidates,
      List<ReportRow> recorded,
      List<SeqRange> skipped) {
    if (from.isEmpty()) {
      var ledger = new Ledger(device, epoch, from, candidates);
      return new Step(ledger, recorded, List.of(), skipped);
    }
    var applied = new ArrayList<ReportRow>();
    long last = from.getAsLong();
    var rest = new TreeMap<>(candidates.tailMap(last + 1));
    for (ReportRow row = rest.get(last + 1); row != null; row = rest.get(last + 1)) {
      last = row.seq();
      applied.add(row);
      rest.remove(last);
    }
    var ledger = new Ledger(device, epoch, OptionalLong.of(last), rest);
    return new Step(ledger, recorded, List.copyOf(applied), List.copyOf(skipped));
  }
}
