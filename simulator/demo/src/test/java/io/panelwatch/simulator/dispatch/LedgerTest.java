package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.simulator.dispatch.Ledger.SeqRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Ledger EMPTY = Ledger.empty(Reports.DEVICE, Reports.EPOCH);

  @Test
  void rowsOfAnUnknownOutboxWaitUntilTheStatusSaysWhereItBegins() {
    Ledger.Step before = EMPTY.accept(Reports.skipped(41));
    assertEquals(List.of(41L), seqs(before.recorded()));
    assertEquals(List.of(), before.applied());
    assertEquals(OptionalLong.empty(), before.ledger().contiguous());

    Ledger.Step after = before.ledger().announced(41);
    assertEquals(List.of(41L), seqs(after.applied()));
    assertEquals(OptionalLong.of(41), after.ledger().contiguous());
  }

  @Test
  void anEmptiedLedgerStartsJustBelowTheOldestRowAndAsksForNothingOlder() {
    Ledger ledger = EMPTY.announced(100).ledger();
    assertEquals(OptionalLong.of(99), ledger.contiguous());
    assertEquals(List.of(), ledger.missing());
  }

  @Test
  void aGapHoldsLaterRowsBackAndIsAskedFor() {
    Ledger.Step step = EMPTY.announced(1).ledger().accept(Reports.skipped(1));
    step = step.ledger().accept(Reports.skipped(4));
    step = step.ledger().accept(Reports.skipped(6));
    assertEquals(List.of(), step.applied());
    assertEquals(OptionalLong.of(1), step.ledger().contiguous());
    assertEquals(List.of(2L, 3L, 5L), step.ledger().missing());

    step = step.ledger().accept(Reports.skipped(3));
    step = step.ledger().accept(Reports.skipped(2));
    assertEquals(List.of(2L, 3L, 4L), seqs(step.applied()));
    assertEquals(List.of(5L), step.ledger().missing());
  }

  @Test
  void rowsThatTheDeviceNoLongerHasAreSkippedAndHeldOnesAreStillApplied() {
    Ledger ledger = EMPTY.announced(1).ledger();
    ledger = ledger.accept(Reports.skipped(1)).ledger();
    ledger = ledger.accept(Reports.skipped(5)).ledger();
    ledger = ledger.accept(Reports.skipped(9)).ledger();

    Ledger.Step step = ledger.announced(9);
    assertEquals(List.of(new SeqRange(2, 4), new SeqRange(6, 8)), step.skipped());
    assertEquals(List.of(5L, 9L), seqs(step.applied()));
    assertEquals(OptionalLong.of(9), step.ledger().contiguous());
    assertEquals(List.of(), step.ledger().missing());
  }

  @Test
  void aStatusThatIsOlderThanTheLedgerChangesNothing() {
    Ledger ledger = EMPTY.announced(10).ledger().accept(Reports.skipped(10)).ledger();
    Ledger.Step step = ledger.announced(3);
    assertEquals(ledger, step.ledger());
    assertEquals(List.of(), step.skipped());
  }

  @Test
  void aRowTooFarAheadIsNotTakenSoThatItIsSentAgain() {
    Ledger ledger = EMPTY.announced(1).ledger();
    Ledger.Step step = ledger.accept(Reports.skipped(Ledger.MAX_WAITING + 1L));
    assertEquals(List.of(), step.recorded());
    assertEquals(ledger, step.ledger());
  }

  @Test
  void oneAckNamesABoundedNumberOfMissingRows() {
    Ledger ledger = EMPTY.announced(1).ledger().accept(Reports.skipped(2_000)).ledger();
    assertEquals(LongStream.rangeClosed(1, Ledger.MAX_MISSING).boxed().toList(), ledger.missing());
  }

  @Property(tries = 300)
  void whateverIsLostRepeatedOrReorderedEachRowIsAppliedOnceAndInOrder(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 1_000) int oldest,
      @ForAll long disorder) {
    var random = new Random(disorder);
    List<Long> outbox = LongStream.range(oldest, oldest + rows).boxed().toList();
    List<Long> sent = new ArrayList<>(outbox);
    outbox.stream().filter(seq -> random.nextBoolean()).forEach(sent::add);
    sent.removeIf(seq -> random.nextInt(4) == 0);
    Collections.shuffle(sent, random);
    int statusAt = random.nextInt(sent.size() + 1);

    Ledger ledger = EMPTY;
    var applied = new ArrayList<Long>();
    for (int i = 0; i <= sent.size(); i++) {
      if (i == statusAt) {
        Ledger.Step step = ledger.announced(oldest);
        applied.addAll(seqs(step.applied()));
        ledger = step.ledger();
      }
      if (i < sent.size()) {
        Ledger.Step step = ledger.accept(Reports.skipped(sent.get(i)));
        applied.addAll(seqs(step.applied()));
        ledger = step.ledger();
      }
    }
    assertTrue(Collections.disjoint(ledger.missing(), sent), "asks for what it has");
    // The device answers: the rows asked for, and what it never sent.
    for (long seq : outbox) {
      Ledger.Step step = ledger.accept(Reports.skipped(seq));
      applied.addAll(seqs(step.applied()));
      ledger = step.ledger();
    }
    assertEquals(outbox, applied);
    assertEquals(OptionalLong.of(oldest + rows - 1L), ledger.contiguous());
    assertEquals(List.of(), ledger.missing());
  }

  private static List<Long> seqs(List<ReportRow> rows) {
    return rows.stream().map(ReportRow::seq).toList();
  }
}
