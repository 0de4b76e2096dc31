package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Confirm;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Release;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A latched fault waits for somebody to see it. */
final class ConditionTest {

  private static final FirstSight SIGHT =
      new FirstSight(
          Instant.EPOCH,
          true,
          0,
          OptionalDouble.empty(),
          "/proc",
          new FreezeFrame(List.of(), List.of()));

  private final Condition condition = Condition.unseen(latched(true));

  @Test
  void latchedFaultOutlivesItsConditionUntilItIsAcknowledged() {
    observe(Verdict.RAISE, latched(true));
    observe(Verdict.CLEAR, latched(true));
    assertTrue(condition.level().isPresent());

    condition.acknowledge();
    observe(Verdict.CLEAR, latched(true));
    assertFalse(condition.level().isPresent());
  }

  @Test
  void acknowledgedFaultGoesOnWhileItsConditionHolds() {
    observe(Verdict.RAISE, latched(true));
    condition.acknowledge();
    observe(Verdict.RAISE, latched(true));
    assertTrue(condition.level().isPresent());

    observe(Verdict.CLEAR, latched(true));
    assertFalse(condition.level().isPresent());
  }

  @Test
  void latchedFaultOfACodeThatIsSwitchedOffEndsUnseen() {
    observe(Verdict.RAISE, latched(true));
    observe(Verdict.CLEAR, latched(false));

    assertFalse(condition.level().isPresent());
  }

  private void observe(Verdict verdict, Criteria criteria) {
    condition.observe(List.of(verdict), new Phase.Look(0, true), criteria, () -> SIGHT);
  }

  private static Criteria latched(boolean enabled) {
    var level =
        new Level(
            Level.Side.HIGH,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Severity.CRITICAL,
            PublicImpact.NONE);
    return new Criteria(
        enabled,
        false,
        "bool",
        List.of(level),
        new Confirm(Duration.ZERO, 1, Optional.empty()),
        new Release(Optional.empty(), 1, true));
  }
}
