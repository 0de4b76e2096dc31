package io.panelwatch.simulator.board;

import io.panelwatch.hal.Buttons;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Buttons that a program presses. The listener is called on the thread that presses, one press at a
 * time, before {@link #press} returns. Thread-safe.
 */
public final class SimulatedButtons implements Buttons {

  private Optional<Consumer<Press>> listener = Optional.empty();
  private boolean closed;

  SimulatedButtons() {}

  @Override
  public synchronized void listen(Consumer<Press> newListener) {
    listener = closed ? Optional.empty() : Optional.of(newListener);
  }

  /**
   * Presses a button and lets it go.
   *
   * @param held how long it was down; told as such, nobody waits for it
   */
  public synchronized void press(Button button, Duration held) {
    try {
      listener.ifPresent(told -> told.accept(new Press(button, held)));
    } catch (RuntimeException e) {
      // The listener's own mistake: whoever presses is not the one to be told.
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    listener = Optional.empty();
  }
}
