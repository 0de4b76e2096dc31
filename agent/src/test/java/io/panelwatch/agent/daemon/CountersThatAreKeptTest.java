package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.rule.Finding;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import io.panelwatch.agent.fault.rule.Verdict;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counters that outlive a restart are those by which the rules say so. */
final class CountersThatAreKeptTest {

  private static final String COMPONENT = "one";
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final List<Quantity> COUNTERS =
      Arrays.stream(Quantity.values()).filter(Quantity::counts).toList();

  @TempDir private Path folder;

  @Test
  void counterOfWhichOneStepMakesAFaultThatMustBeAcknowledgedIsKept() {
    Set<Quantity> decisive = EnumSet.noneOf(Quantity.class);
    COUNTERS.stream().filter(CountersThatAreKeptTest::makesALatchedFault).forEach(decisive::add);

    assertEquals(decisive, kept());
  }

  private Set<Quantity> kept() {
    CounterBook book = CounterBook.open(new StateFiles(folder), "boot");
    book.take(scan(COUNTERS, 1));
    Set<Quantity> kept = EnumSet.noneOf(Quantity.class);
    book.tell((counter, component, value) -> kept.add(counter));
    return kept;
  }

  private static boolean makesALatchedFault(Quantity counter) {
    Past before = Past.NONE;
    for (Quantity each : COUNTERS) {
      before = before.withCounted(each, COMPONENT, 0);
    }
    Scan scan = scan(List.of(counter), 1);
    Past past = before.with(scan);
    return Rules.all().stream()
        .filter(rule -> CATALOGUE.entry(rule.code()).release().latched())
        .anyMatch(rule -> raises(rule, scan, past));
  }

  private static boolean raises(Rule rule, Scan scan, Past past) {
    return rule.judge(scan, past, Limits.defaults(CATALOGUE)).stream()
        .map(Finding::verdicts)
        .anyMatch(verdicts -> verdicts.contains(Verdict.RAISE));
  }

  /** Those counters at that value, and all others at 0. */
  private static Scan scan(List<Quantity> counters, double value) {
    List<Reading> readings =
        COUNTERS.stream().map(each -> reading(each, counters.contains(each) ? value : 0)).toList();
    return new Scan(Instant.EPOCH, true, 0, readings);
  }

  private static Reading reading(Quantity quantity, double value) {
    return new Reading(
        quantity, COMPONENT, OptionalDouble.of(value), Quality.GOOD, 0, "/sys/" + COMPONENT);
  }
}
