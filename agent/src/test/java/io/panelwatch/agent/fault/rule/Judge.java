package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Asks one rule about a few samples, with the catalogue's limits. */
final class Judge {

  static final Measured ABSENT = Measured.absent();
  static final Measured FAILED = new Measured.Failed(5, "read", "/sys/there");

  private static final Limits LIMITS = Limits.defaults(Catalogue.load());

  private Judge() {}

  static Scan scan(Sample... samples) {
    return scanAt(Duration.ZERO, samples);
  }

  static Scan scanAt(Duration time, Sample... samples) {
    return new Scan(
        Instant.EPOCH,
        true,
        time.toNanos(),
        Arrays.stream(samples).flatMap(sample -> Readings.of(sample).stream()).toList());
  }

  /** The findings as {@code component VERDICT[,VERDICT]}. */
  static List<String> judge(Rule rule, Past seen, Sample... samples) {
    return rule.judge(scan(samples), seen, LIMITS).stream()
        .map(
            f ->
                f.component()
                    + " "
                    + String.join(",", f.verdicts().stream().map(Enum::name).toList()))
        .toList();
  }
}
