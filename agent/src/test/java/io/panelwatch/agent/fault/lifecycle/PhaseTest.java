package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Confirm;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Release;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many reads, and how many of them in a window, make a fault and end it. */
final class PhaseTest {

  private static final Release USUAL = new Release(Optional.empty(), 1, false);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Phase phase = new Phase.Quiet();
  private long seconds;

  @Test
  void fiveReadsInARowConfirmAndFourDoNot() {
    Criteria five = criteria(new Confirm(Duration.ZERO, 5, Optional.empty()), USUAL);

    raise(five, 4);
    assertFalse(phase.active());
    raise(five, 1);
    assertTrue(phase.active());
  }

  @Test
  void readBetweenThatSeesNothingBeginsTheCountAnew() {
    Criteria five = criteria(new Confirm(Duration.ZERO, 5, Optional.empty()), USUAL);

    raise(five, 4);
    look(Verdict.CLEAR, five);
    raise(five, 4);
    assertFalse(phase.active());
  }

  @Test
  void readThatIsLookedAtTwiceCountsOnce() {
    Criteria two = criteria(new Confirm(Duration.ZERO, 2, Optional.empty()), USUAL);

    raise(two, 1);
    phase = phase.after(Verdict.RAISE, new Phase.Look(nanos(), false), two);
    assertFalse(phase.active());
    raise(two, 1);
    assertTrue(phase.active());
  }

  @Test
  void delayAndReadsMustBothBeOver() {
    Criteria both = criteria(new Confirm(Duration.ofSeconds(10), 3, Optional.empty()), USUAL);

    raise(both, 3);
    assertFalse(phase.active(), "read often enough, and for 2 s only");
    seconds += 100;
    raise(both, 1);
    assertTrue(phase.active());
  }

  @Test
  void threeSightingsInTenMinutesConfirmAlthoughEachIsGoneAtOnce() {
    Criteria often = oftenOrTenSeconds();

    flash(often);
    seconds += 250;
    flash(often);
    seconds += 250;
    assertEquals(Phase.Recurring.class, phase.getClass());
    look(Verdict.RAISE, often);
    assertTrue(phase.active());
  }

  @Test
  void sightingsThatAreFurtherApartAreForgotten() {
    Criteria often = oftenOrTenSeconds();

    for (int i = 0; i < 10; i++) {
      flash(often);
      seconds += 300;
    }
    assertFalse(phase.active(), "two within ten minutes at any time");
    seconds += 600;
    look(Verdict.CLEAR, often);
    assertEquals(new Phase.Quiet(), phase);
  }

  @Test
  void whatLastsForTheOnDelayNeedsNoSecondSighting() {
    Criteria often = oftenOrTenSeconds();

    look(Verdict.RAISE, often);
    seconds += 10;
    look(Verdict.RAISE, often);
    assertTrue(phase.active());
  }

  @Test
  void fiveGoodReadsInARowEndItAndFourDoNot() {
    var release = new Release(Optional.of(Duration.ZERO), 5, false);
    Criteria five = criteria(new Confirm(Duration.ZERO, 1, Optional.empty()), release);

    raise(five, 1);
    for (int i = 0; i < 4; i++) {
      look(Verdict.CLEAR, five);
    }
    look(Verdict.NO_DATA, five);
    for (int i = 0; i < 4; i++) {
      look(Verdict.CLEAR, five);
    }
    assertTrue(phase.active(), "a read that failed is no good one");
    look(Verdict.CLEAR, five);
    assertFalse(phase.active());
  }

  private static Criteria oftenOrTenSeconds() {
    var often = new Confirm.MOfN(3, MINUTE.multipliedBy(10));
    return criteria(new Confirm(Duration.ofSeconds(10), 1, Optional.of(often)), USUAL);
  }

  private static Criteria criteria(Confirm confirm, Release release) {
    return new Criteria(true, false, "bool", List.of(), confirm, release);
  }

  /** Seen in one read and gone in the next. */
  private void flash(Criteria criteria) {
    look(Verdict.RAISE, criteria);
    look(Verdict.CLEAR, criteria);
  }

  private void raise(Criteria criteria, int times) {
    for (int i = 0; i < times; i++) {
      look(Verdict.RAISE, criteria);
    }
  }

  private void look(Verdict verdict, Criteria criteria) {
    phase = phase.after(verdict, new Phase.Look(nanos(), true), criteria);
    seconds++;
  }

  private long nanos() {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
