package io.panelwatch.agent.command;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Looks and shows until somebody ends it.
 *
 * @param keys of who watches
 * @param view where it is shown
 * @param readerGone whether nobody reads it any more
 */
record WatchLoop(Keys keys, WatchView view, BooleanSupplier readerGone) {

  /** The board itself is read every other second. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private static final int CTRL_D = 4;
  private static final int CTRL_Z = 26;

  /** Sees how things stand. */
  interface Look {
    Sighting after(Sighting before) throws IOException;
  }

  /**
   * Goes on until it is ended, by a key or because nobody reads it any more.
   *
   * @throws IOException when the daemon does not answer any more
   */
  void run(Sighting first, Look look) throws IOException {
    keys.begin();
    Sighting seen = first;
    view.show(seen);
    while (!readerGone.getAsBoolean() && goesOn()) {
      seen = look.after(seen);
      view.show(seen);
    }
  }

  private boolean goesOn() throws IOException {
    return switch (keys.await(PERIOD)) {
      case NOTHING -> true;
      case END -> false;
      case KEY -> goesOnAfter(keys.key());
    };
  }

  private boolean goesOnAfter(int key) {
    if (key == CTRL_Z) {
      view.pause();
      keys.stop();
    }
    return key >= 0 && key != 'q' && key != 'Q' && key != CTRL_D;
  }
}
