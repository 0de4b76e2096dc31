package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.SourceState;
import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AgendaTest {

  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Set<SensorFamily> NOTHING = Set.of();
  private static final Set<SensorFamily> EVERYTHING = EnumSet.allOf(SensorFamily.class);

  /** Everything that a rule judges. */
  private static final Set<SensorFamily> ALL_JUDGED = allJudged();

  private final ManualClock clock = new ManualClock();
  private final Agenda agenda = new Agenda(clock, PERIOD);

  @AfterEach
  void end() {
    agenda.close();
  }

  @Test
  void everythingIsDueAtOnceAndThenOnceInAPeriod() throws Exception {
    assertEquals(EVERYTHING, agenda.takeDue());

    clock.advance(PERIOD.minusNanos(1));
    assertEquals(NOTHING, agenda.takeDue());
    clock.advance(Duration.ofNanos(1));

    assertEquals(ALL_JUDGED, agenda.takeDue());
  }

  @Test
  void whoIsWokenGetsNothingToReadThatIsNotDue() throws Exception {
    assertEquals(EVERYTHING, agenda.take());

    agenda.wake();
    assertEquals(NOTHING, agenda.take());
    clock.advance(PERIOD);
    assertEquals(ALL_JUDGED, agenda.take());
  }

  private static Set<SensorFamily> allJudged() {
    Set<SensorFamily> judged = EnumSet.allOf(SensorFamily.class);
    judged.removeAll(Agenda.UNJUDGED);
    return judged;
  }

  @Test
  void whatNoRuleJudgesIsDueInEveryFifthPeriodOnly() throws Exception {
    for (int i = 0; i < 2 * Agenda.SELDOM; i++) {
      assertEquals(i % Agenda.SELDOM == 0 ? EVERYTHING : ALL_JUDGED, agenda.takeDue());
      clock.advance(PERIOD);
    }
  }

  @Test
  void whatNoRuleJudgesIsReadWhenItSpeaksUp() throws Exception {
    agenda.takeDue();
    agenda.heard(SensorFamily.POWERS);
    clock.advance(Agenda.JOIN);
    assertEquals(Set.of(SensorFamily.POWERS), agenda.takeDue());

    clock.advance(PERIOD.minusNanos(1));
    agenda.heard(SensorFamily.CURRENTS);
    clock.advance(Duration.ofNanos(1));

    Set<SensorFamily> due = EnumSet.copyOf(ALL_JUDGED);
    due.add(SensorFamily.CURRENTS);
    assertEquals(due, agenda.takeDue());
  }

  @Test
  void whatIsHeardIsDueOnceItsBurstIsJoined() throws Exception {
    agenda.takeDue();

    agenda.heard(SensorFamily.POWER_SUPPLIES);
    clock.advance(Agenda.JOIN.minusNanos(1));
    agenda.heard(SensorFamily.NET_LINKS);
    agenda.heard(SensorFamily.POWER_SUPPLIES);
    assertEquals(NOTHING, agenda.takeDue());
    clock.advance(Duration.ofNanos(1));

    assertEquals(Set.of(SensorFamily.POWER_SUPPLIES, SensorFamily.NET_LINKS), agenda.takeDue());
    assertEquals(NOTHING, agenda.takeDue());
  }

  @Test
  void boardThatBabblesIsReadLessOftenUntilEverythingHasBeenRead() throws Exception {
    agenda.takeDue();
    for (int i = 0; i < Agenda.PROMPT; i++) {
      assertHeardAfter(Agenda.JOIN);
    }

    assertHeardAfter(Agenda.GAP);
    assertHeardAfter(Agenda.GAP);

    clock.advance(PERIOD);
    assertEquals(ALL_JUDGED, agenda.takeDue());
    assertHeardAfter(Agenda.JOIN);
  }

  @Test
  void powerFailLineIsReadPromptlyOnABoardThatBabbles() throws Exception {
    agenda.takeDue();
    for (int i = 0; i < Agenda.PROMPT; i++) {
      assertHeardAfter(Agenda.JOIN);
    }
    assertHeardAfter(SensorFamily.POWER_FAIL_LINES, Agenda.JOIN);

    agenda.heard(SensorFamily.FANS);
    clock.advance(Agenda.JOIN);
    agenda.heard(SensorFamily.POWER_FAIL_LINES);
    clock.advance(Agenda.JOIN.minusNanos(1));
    agenda.heard(SensorFamily.POWER_FAIL_LINES);
    assertEquals(NOTHING, agenda.takeDue());
    clock.advance(Duration.ofNanos(1));
    assertEquals(Set.of(SensorFamily.FANS, SensorFamily.POWER_FAIL_LINES), agenda.takeDue());
    assertHeardAfter(Agenda.GAP);
  }

  @Test
  void powerFailLineThatBabblesIsReadLessOftenAsWell() throws Exception {
    agenda.takeDue();
    for (int i = 0; i < 2 * Agenda.PROMPT; i++) {
      assertHeardAfter(SensorFamily.POWER_FAIL_LINES, Agenda.JOIN);
    }
    assertHeardAfter(SensorFamily.POWER_FAIL_LINES, Agenda.GAP);

    clock.advance(PERIOD);
    agenda.takeDue();
    for (int i = 0; i < 2 * Agenda.PROMPT; i++) {
      assertHeardAfter(SensorFamily.POWER_FAIL_LINES, Agenda.JOIN);
    }
  }

  @Test
  void whatIsHeardWhileEverythingIsDueIsReadWithItAndNotAgain() throws Exception {
    agenda.heard(SensorFamily.FANS);
    assertEquals(EVERYTHING, agenda.takeDue());

    clock.advance(PERIOD.minusNanos(1));

    assertEquals(NOTHING, agenda.takeDue());
  }

  @Test
  void whatIsHeardDuringAScanIsReadAfterIt() throws Exception {
    agenda.takeDue();
    agenda.heard(SensorFamily.FANS);
    clock.advance(Agenda.JOIN);
    agenda.takeDue();
    agenda.heard(SensorFamily.RAILS);
    clock.advance(Agenda.JOIN);

    assertEquals(Set.of(SensorFamily.RAILS), agenda.takeDue());
  }

  @Test
  void familyThatAReadFromBeforeItsEventHasAnsweredIsHeardAgain() throws Exception {
    agenda.takeDue();
    long before = clock.monotonicNanos();
    clock.advance(Duration.ofMillis(150));
    agenda.heard(SensorFamily.POWER_SUPPLIES);
    clock.advance(Agenda.JOIN);
    agenda.takeDue();

    agenda.answered(List.of(read(SensorFamily.POWER_SUPPLIES, before), read(SensorFamily.FANS, 0)));
    assertTrue(agenda.hasHeard());
    clock.advance(Agenda.JOIN);
    assertEquals(Set.of(SensorFamily.POWER_SUPPLIES), agenda.takeDue());

    agenda.answered(List.of(read(SensorFamily.POWER_SUPPLIES, clock.monotonicNanos())));
    assertFalse(agenda.hasHeard());
  }

  @Test
  void familyThatDoesNotAnswerIsLeftToThePeriod() throws Exception {
    agenda.takeDue();
    clock.advance(Duration.ofMillis(1));
    agenda.heard(SensorFamily.FANS);
    clock.advance(Agenda.JOIN);
    agenda.takeDue();

    agenda.answered(List.of(new SourceState(SensorFamily.FANS, Outcome.HUNG, 0, "/sys")));

    assertFalse(agenda.hasHeard());
  }

  /** A read that began then and ends now. */
  private SourceState read(SensorFamily family, long beganNanos) {
    long now = clock.monotonicNanos();
    return new SourceState(family, Outcome.ANSWERED, 0, "/sys", now - beganNanos, now);
  }

  @Test
  void earlyReadingDoesNotPutOffThePeriod() throws Exception {
    agenda.takeDue();
    clock.advance(PERIOD.minus(Agenda.JOIN));
    agenda.heard(SensorFamily.FANS);
    clock.advance(Agenda.JOIN);

    assertEquals(ALL_JUDGED, agenda.takeDue());
  }

  @Test
  void closedAgendaLeavesNothingToDo() throws Exception {
    agenda.takeDue();
    agenda.heard(SensorFamily.FANS);

    agenda.close();
    clock.advance(PERIOD.multipliedBy(2));

    assertEquals(NOTHING, agenda.takeDue());
  }

  @Test
  @Timeout(60)
  void whoeverTakesIsWokenByWhatFallsDue() throws Exception {
    agenda.takeDue();
    var taken = new CompletableFuture<Set<SensorFamily>>();
    Thread.ofPlatform().daemon().start(() -> takeInto(taken));

    clock.advance(PERIOD);

    assertEquals(ALL_JUDGED, taken.get());
  }

  private void assertHeardAfter(Duration wait) {
    assertHeardAfter(SensorFamily.FANS, wait);
  }

  private void assertHeardAfter(SensorFamily family, Duration wait) {
    agenda.heard(family);
    clock.advance(wait.minusNanos(1));
    assertEquals(NOTHING, agenda.takeDue());
    clock.advance(Duration.ofNanos(1));
    assertEquals(Set.of(family), agenda.takeDue());
  }

  private void takeInto(CompletableFuture<Set<SensorFamily>> taken) {
    try {
      taken.complete(agenda.take());
    } catch (InterruptedException e) {
      taken.completeExceptionally(e);
    }
  }
}
