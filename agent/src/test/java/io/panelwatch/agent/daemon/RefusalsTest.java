package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody who asks for what is refused, again and again. */
final class RefusalsTest {

  private static final Actor KIOSK = new Actor(Actor.Kind.SHELL, "kiosk");
  private static final Actor LIN = new Actor(Actor.Kind.SHELL, "lin");

  private final Refusals refusals = new Refusals();

  @Test
  void firstOnesAreNotedAndTheRestIsToldAsOne() {
    assertEquals(Refusals.MOST, noted(KIOSK, 1_000, Duration.ZERO));
    assertEquals(List.of(), refusals.over(at(Refusals.PERIOD.minusSeconds(1))));

    List<AuditEntry> told = refusals.over(at(Refusals.PERIOD));

    assertEquals(List.of("and 990 more"), told.stream().map(AuditEntry::detail).toList());
    assertEquals(KIOSK, told.getFirst().by());
    assertEquals(List.of(), refusals.over(at(Refusals.PERIOD)));
  }

  @Test
  void afterItsTimeOthersAreNotedAgain() {
    noted(KIOSK, Refusals.MOST, Duration.ZERO);
    assertEquals(0, noted(KIOSK, 1, Duration.ofMinutes(14)));
    refusals.over(at(Refusals.PERIOD));
    assertEquals(1, noted(KIOSK, 1, Refusals.PERIOD));
  }

  @Test
  void whoTriesKeepsNobodyElseFromBeingNoted() {
    noted(KIOSK, 1_000, Duration.ZERO);
    assertEquals(1, noted(LIN, 1, Duration.ZERO));
  }

  @Test
  void fewAreNotToldAgain() {
    noted(KIOSK, Refusals.MOST, Duration.ZERO);
    assertEquals(List.of(), refusals.over(at(Refusals.PERIOD)));
  }

  @Test
  void wrongCodesAreAllNotedForTheyAreCounted() {
    noted(KIOSK, 1_000, Duration.ZERO);
    assertTrue(refusals.notes(vain(KIOSK, AuditEntry.WRONG_CODE, Duration.ZERO)));
  }

  @Test
  void theEndOfTheDaemonIsNotWaitedFor() {
    noted(KIOSK, Refusals.MOST + 1, Duration.ZERO);
    assertEquals("and 1 more", refusals.rest(at(Duration.ZERO)).getFirst().detail());
    assertFalse(refusals.over(at(Refusals.PERIOD)).iterator().hasNext());
  }

  private long noted(Actor by, int times, Duration after) {
    return Stream.generate(() -> vain(by, "no-such-fault", after))
        .limit(times)
        .filter(refusals::notes)
        .count();
  }

  private static AuditEntry vain(Actor by, String outcome, Duration after) {
    return AuditEntry.of(new Action.Acknowledge("none", by), at(after), outcome);
  }

  private static Stamp at(Duration after) {
    return new Stamp(
        Instant.parse("2026-03-01T08:00:00Z").plus(after), true, "boot", after.toMillis());
  }
}
