package io.panelwatch.display;

import io.panelwatch.display.frame.UpdatePlan;
import io.panelwatch.hal.DeviceException;
import java.util.Optional;

/** Counts for {@link Counters}: one thread counts, any thread reads. */
final class FlushMeter {

  private long frames;
  private long windows;
  private long bytes;
  private long scrubbedBytes;
  private long lastFlushNanos;
  private long longestFlushNanos;
  private long totalFlushNanos;
  private long lastLatencyNanos;
  private long longestLatencyNanos;
  private long transferNanos;
  private long initialisations;
  private long linkErrors;
  private int errorsInARow;
  private Optional<DeviceException> refusal = Optional.empty();
  private long selfResets;
  private boolean silent;

  synchronized void flushed(UpdatePlan plan, long began, long changed, long ended) {
    repainted(plan, began, ended);
    lastLatencyNanos = ended - changed;
    longestLatencyNanos = Math.max(longestLatencyNanos, lastLatencyNanos);
  }

  /** The picture before once more: no value has changed. */
  synchronized void repainted(UpdatePlan plan, long began, long ended) {
    frames++;
    sent(plan, ended - began);
    lastFlushNanos = ended - began;
    longestFlushNanos = Math.max(longestFlushNanos, lastFlushNanos);
  }

  /** A part of the picture before once more. */
  synchronized void scrubbed(UpdatePlan plan, long began, long ended) {
    sent(plan, ended - began);
    scrubbedBytes += plan.bytes();
  }

  private void sent(UpdatePlan plan, long nanos) {
    windows += plan.size();
    bytes += plan.bytes();
    totalFlushNanos += nanos;
  }

  synchronized void initialised(long measuredTransferNanos) {
    initialisations++;
    transferNanos = measuredTransferNanos;
  }

  synchronized void refused(int inARow, DeviceException cause) {
    linkErrors++;
    errorsInARow = inARow;
    refusal = Optional.of(cause);
  }

  /** Not as early as {@link #flushed}: light and display-on may still refuse after that. */
  synchronized void worked() {
    errorsInARow = 0;
    refusal = Optional.empty();
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
        scrubbedBytes,
        lastFlushNanos,
        longestFlushNanos,
        totalFlushNanos,
        lastLatencyNanos,
        longestLatencyNanos,
        transferNanos,
        initialisations,
        linkErrors,
        errorsInARow,
        refusal,
        selfResets,
        silent);
  }
}
