package io.panelwatch.hal;

import java.time.Duration;

/**
 * A line whose next edge somebody waits for: a panel's tearing-effect output. One that tells by
 * itself is an {@link InputLine}. Not thread-safe: one thread waits.
 */
public interface EdgeLine extends AutoCloseable {

  /**
   * Waits for the next rising edge; edges from before the call do not count.
   *
   * @param longest how long to wait at most, in the board's time
   * @return whether there was one
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  boolean awaitRising(Duration longest) throws DeviceException, InterruptedException;

  /** Releases the line. Calls after that fail; closing again is harmless. */
  @Override
  void close();
}
