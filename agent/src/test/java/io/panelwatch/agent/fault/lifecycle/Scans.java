package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.health.Readings;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.Sample;
import java.time.Instant;
import java.util.Arrays;

/** Scans made of samples. */
final class Scans {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private Scans() {}

  static Scan of(int second, Sample... samples) {
    return new Scan(
        START.plusSeconds(second),
        true,
        second * 1_000_000_000L,
        Arrays.stream(samples).flatMap(sample -> Readings.of(sample).stream()).toList());
  }
}
