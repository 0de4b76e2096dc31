package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.agent.fault.FaultTransition;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  void beginningThatABrokenJudgementKeptIsToldBeforeWhatIsDoneWithIt() {
    var nameless = new AtomicBoolean();
    Lifecycle broken = of(rule("FAN-201"), namedUnless(nameless, rule("FAN-203")));
    broken.judge(scan(0));
    nameless.set(true);
    assertThrows(IllegalStateException.class, () -> broken.judge(scan(30)));

    var seen = new Action.Acknowledge("F1", Bench.TECHNICIAN);
    Outcome outcome = broken.act(seen, Moment.of(scan(31)));

    List<FaultTransition> told = assertInstanceOf(Outcome.Done.class, outcome).transitions();
    assertEquals(
        List.of(FaultTransition.Kind.RAISED, FaultTransition.Kind.ACKNOWLEDGED),
        told.stream().map(FaultTransition::kind).toList());
    nameless.set(false);
    assertEquals(List.of("FAN-203"), codes(broken.judge(scan(32)).transitions()));
  }

  @Test
  void whatIsRefusedLeavesWhatWasKeptToTheNextJudgement() {
    var nameless = new AtomicBoolean();
    Lifecycle broken = of(rule("FAN-201"), namedUnless(nameless, rule("FAN-203")));
    broken.judge(scan(0));
    nameless.set(true);
    assertThrows(IllegalStateException.class, () -> broken.judge(scan(30)));

    var refused = broken.act(new Action.Acknowledge("F9", Bench.TECHNICIAN), Moment.of(scan(31)));

    assertInstanceOf(Outcome.Refused.class, refused);
    nameless.set(false);
    assertEquals(List.of("FAN-201", "FAN-203"), codes(broken.judge(scan(32)).transitions()));
  }

  private static Lifecycle of(Rule... rules) {
    var ids = new AtomicInteger();
    return new Lifecycle(
        List.of(rules),
        Limits.defaults(Bench.CATALOGUE),
        new Boot("boot", 0),
        () -> "F" + ids.incrementAndGet(),
        (_, _) -> Occurrence.FIRST,
        _ -> Optional.empty());
  }

  /** That rule, of which at times not even the code can be told: a mistake of the whole judging. */
  private static Rule namedUnless(AtomicBoolean nameless, Rule real) {
    return new Rule() {
      @Override
      public String code() {
        if (nameless.get()) {
          throw new IllegalStateException("a mistake");
        }
        return real.code();
      }

      @Override
      public List<Finding> judge(Scan scan, Past past, Limits limits) {
        return real.judge(scan, past, limits);
      }
    };
  }

  private static List<String> codes(List<FaultTransition> transitions) {
    return transitions.stream().map(told -> told.fault().code()).toList();
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
