package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.rule.Past;
import io.panelwatch.agent.fault.rule.Rules;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What is read seldom may not be what a rule waits for. */
final class UnjudgedFamiliesTest {

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  @Test
  void noRuleFindsAnythingInAFamilyThatIsReadSeldom() {
    assertEquals(Set.of(), codesThatJudge(Agenda.UNJUDGED));
    assertEquals(Set.of("MEM-501", "MEM-502"), codesThatJudge(Set.of(SensorFamily.MEMORY)));
  }

  /** Whatever they read; one that cannot be read at all is another matter, and may wait. */
  private static Set<String> codesThatJudge(Set<SensorFamily> families) {
    var codes = new TreeSet<String>();
    Past past = Past.NONE;
    for (double value : DoubleStream.of(0, 1, 1_000_000, -1_000_000, 1).toArray()) {
      Scan scan = scan(families, value);
      Past seen = past.with(scan);
      Rules.all().stream()
          .flatMap(rule -> rule.judge(scan, seen, LIMITS).stream().map(found -> rule.code()))
          .forEach(codes::add);
      past = seen;
    }
    return codes;
  }

  private static Scan scan(Set<SensorFamily> families, double value) {
    List<Reading> readings =
        Arrays.stream(Quantity.values())
            .filter(quantity -> families.contains(quantity.family()))
            .map(
                quantity ->
                    new Reading(
                        quantity, "one", OptionalDouble.of(value), Quality.GOOD, 0, "/sys/one"))
            .toList();
    return new Scan(Instant.EPOCH, true, 0, readings);
  }
}
