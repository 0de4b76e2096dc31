package io.panelwatch.display;

import io.panelwatch.display.frame.UpdatePlan;

/** Counts for {@link Counters}: one thread counts, any thread reads. */
final class FlushMeter {

  private long frames;
  private long windows;
  private long bytes;
  private long lastFlushNanos;
  private long longestFlushNanos;
  private long totalFlushNanos;
  private long latencyNanos;
  private long initialisations;
  private long linkErrors;

  synchronized void flushed(UpdatePlan plan, long nanos) {
    frames++;
    windows += plan.size();
    bytes += plan.bytes();
    lastFlushNanos = nanos;
    longestFlushNanos = Math.max(longestFlushNanos, nanos);
    totalFlushNanos += nanos;
  }

  synchronized void initialised(long measuredLatencyNanos) {
    initialisations++;
    latencyNanos = measuredLatencyNanos;
  }

  synchronized void refused() {
    linkErrors++;
  }

  synchronized Counters read() {
    return new Counters(
        frames,
        windows,
        bytes,
        lastFlushNanos,
        longestFlushNanos,
        totalFlushNanos,
        latencyNanos,
        initialisations,
        linkErrors);
  }
}
