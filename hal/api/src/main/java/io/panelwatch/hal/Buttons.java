package io.panelwatch.hal;

import java.time.Duration;
import java.util.function.Consumer;

/** The buttons below the LCD. */
public interface Buttons extends AutoCloseable {

  /** What a button means, by its place. */
  enum Button {
    UP,
    DOWN,
    OK,
    BACK
  }

  /**
   * A button that was pressed and let go.
   *
   * @param held how long it was down
   */
  record Press(Button button, Duration held) {}

  /**
   * Tells every press from now on, in order, on a thread of the binding. The listener must not
   * block; what it throws ends its own press only. At most one listener; a second call replaces it.
   */
  void listen(Consumer<Press> listener);

  /** Tells nothing more. Closing again is harmless. */
  @Override
  void close();
}
