package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A mistake in one rule must not blind the others. */
final class BrokenRuleTest {

  private static final Measured NONE = Measured.absent();
  private static final Finding FOR_NO_LEVEL =
      new Finding(SensorFamily.FANS, "fan1", List.of(), "/hwmon", Optional.empty(), List.of());

  /** What the rule does instead of judging, while it is broken. */
  private Optional<Supplier<List<Finding>>> mistake =
      Optional.of(
          () -> {
            throw new IllegalStateException("a mistake");
          });

  /** Judges as FAN-201 does, once it is not broken. */
  private final Rule breaks =
      new Rule() {
        private final Rule real = rule("FAN-201");

        @Override
        public String code() {
          return real.code();
        }

        @Override
        public List<Finding> judge(Scan scan, Past past, Limits limits) {
          return mistake.map(Supplier::get).orElseGet(() -> real.judge(scan, past, limits));
        }

        @Override
        public Verdict ofVanished(Scan scan) {
          return Verdict.CLEAR;
        }
      };

  private final Lifecycle lifecycle =
      new Lifecycle(
          List.of(breaks, rule("FAN-203")),
          Limits.defaults(Bench.CATALOGUE),
          new Boot("boot", 0),
          new FaultIds(),
          (code, component) -> Occurrence.FIRST,
          _ -> Optional.empty());

  @Test
  void ruleThatBreaksCostsItsOwnCodeAndNoOther() {
    lifecycle.judge(scan(0));

    assertEquals(List.of("FAN-203"), active(scan(30)));
  }

  @Test
  void errorOfTheMachineInOneRuleLosesNoTransitionOfAnother() {
    mistake =
        Optional.of(
            () -> {
              throw new StackOverflowError();
            });
    lifecycle.judge(scan(0));

    assertEquals(
        List.of("FAN-203"),
        lifecycle.judge(scan(30)).transitions().stream().map(t -> t.fault().code()).toList());
  }

  @Test
  void ruleThatBreaksEndsNoFault() {
    Optional<Supplier<List<Finding>>> breaks = mistake;
    mistake = Optional.empty();
    lifecycle.judge(scan(0));
    assertEquals(List.of("FAN-201", "FAN-203"), active(scan(30)));

    mistake = breaks;
    assertEquals(List.of("FAN-201", "FAN-203"), active(scan(1000)));
  }

  @Test
  void findingThatCannotBeFollowedCostsItsOwnCodeAndEndsNoFault() {
    mistake = Optional.empty();
    lifecycle.judge(scan(0));
    assertEquals(List.of("FAN-201", "FAN-203"), active(scan(30)));

    mistake = Optional.of(() -> List.of(FOR_NO_LEVEL));
    assertEquals(List.of("FAN-201", "FAN-203"), active(scan(1000)));
  }

  private List<String> active(Scan scan) {
    return lifecycle.judge(scan).active().stream().map(fault -> fault.code()).toList();
  }

  private static Rule rule(String code) {
    return Rules.all().stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow();
  }

  /** A fan that stands still, and says itself that it is faulty. */
  private static Scan scan(int second) {
    return Scans.of(
        second,
        new Sample.Fan(
            "fan1",
            "/hwmon",
            Measured.of(0),
            Measured.of(600),
            NONE,
            NONE,
            NONE,
            Measured.of(true),
            NONE,
            ""));
  }
}
