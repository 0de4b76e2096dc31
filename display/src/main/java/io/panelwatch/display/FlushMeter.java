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
  private long lastLatencyNanos;
  private long longestLatencyNanos;
  private long transferNanos;
  private long initialisations;
  private long linkErrors;
  private int errorsInARow;
  private long selfResets;
  private boolean silent;

  synchronized void flushed(UpdatePlan plan, long began, long changed, long ended) {
    frames++;
    windows += plan.size();
    bytes += plan.bytes();
    lastFlushNanos = ended - began;
    longestFlushNanos = Math.max(longestFlushNanos, lastFlushNanos);
    totalFlushNanos += lastFlushNanos;
    lastLatencyNanos = ended - changed;
    longestLatencyNanos = Math.max(longestLatencyNanos, lastLatencyNanos);
    errorsInARow = 0;
  }

  synchronized void initialised(long measuredTransferNanos) {
    initialisations++;
    transferNanos = measuredTransferNanos;
  }

  synchronized void refused(int inARow) {
    linkErrors++;
    errorsInARow = inARow;
  }

  synchronized void resetItself() {
    selfResets++;
  }

  synchronized void silent(boolean now) {
    silent = now;
  }

  synchronized Counters read() {
    return new Counters(
        frames,
        windows,
        bytes,
        lastFlushNanos,
        longestFlushNanos,
        totalFlushNanos,
        lastLatencyNanos,
        longestLatencyNanos,
        transferNanos,
        initialisations,
        linkErrors,
        errorsInARow,
        selfResets,
        silent);
  }
}
