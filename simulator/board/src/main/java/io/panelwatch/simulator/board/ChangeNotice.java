package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;

/** Tells a listener of changes, of many in a row once. Thread-safe. */
final class ChangeNotice {

  private static final Duration PERIOD = Duration.ofMillis(40);

  private final BoardClock clock;
  private Runnable listener = () -> {};
  private boolean due;

  ChangeNotice(BoardClock clock) {
    this.clock = clock;
  }

  synchronized void to(Runnable newListener) {
    listener = newListener;
  }

  synchronized void changed() {
    if (!due) {
      due = true;
      clock.schedule(PERIOD, this::tell);
    }
  }

  private void tell() {
    Runnable told;
    synchronized (this) {
      due = false;
      told = listener;
    }
    told.run();
  }
}
