package io.panelwatch.display;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import java.time.Duration;
import java.util.Optional;

/**
 * A panel's supply: switched by a line where there is one, else the board's own, which always
 * stands.
 */
final class Supply {

  private final Optional<OutputLine> line;
  private final Duration rise;
  private final BoardClock clock;

  /** Neither at the start nor after a call that failed: then nobody knows. */
  private boolean stands;

  private boolean gone;

  /**
   * @param line high for on
   * @param rise how long the panel wants after that before it is told anything
   */
  Supply(Optional<OutputLine> line, Duration rise, BoardClock clock) {
    this.line = line;
    this.rise = rise;
    this.clock = clock;
  }

  /** Whether {@link #cut} does anything. */
  boolean switched() {
    return line.isPresent();
  }

  /** Whether the panel surely hears nothing, because it has none. */
  boolean gone() {
    return gone;
  }

  /** Switches it on and waits until it stands; nothing where that was done. */
  void raise() throws DeviceException, InterruptedException {
    if (line.isPresent() && !stands) {
      gone = false;
      line.get().set(true);
      clock.sleep(rise);
      stands = true;
    }
  }

  /** Takes it away at once. */
  void cut() throws DeviceException {
    if (line.isPresent()) {
      stands = false;
      line.get().set(false);
      gone = true;
    }
  }

  /** Releases the line as it is. */
  void close() {
    line.ifPresent(OutputLine::close);
  }
}
