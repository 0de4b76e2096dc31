package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A board that speaks up for every change that somebody makes to it; what its physical model does
 * with time it keeps to itself, as real sensors do. Listeners are called on the thread that makes
 * the change, after it was made. Thread-safe.
 */
final class SimulatedEvents implements BoardEvents {

  /** One listener. Two of the same consumer are two of these. */
  private static final class Ear {
    final Consumer<SensorFamily> heard;

    Ear(Consumer<SensorFamily> heard) {
      this.heard = heard;
    }
  }

  private final List<Ear> ears = new ArrayList<>();

  @Override
  public synchronized Listening listen(Consumer<SensorFamily> heard) {
    var ear = new Ear(heard);
    ears.add(ear);
    return new Listening(List.of(), () -> forget(ear));
  }

  /** Tells that a part is not as it was. */
  synchronized void changed(Component part) {
    part.family().ifPresent(family -> List.copyOf(ears).forEach(ear -> tell(ear, family)));
  }

  private synchronized void forget(Ear ear) {
    ears.remove(ear);
  }

  private static void tell(Ear ear, SensorFamily family) {
    try {
      ear.heard.accept(family);
    } catch (RuntimeException e) {
      // The listener's own mistake: whoever changes the board is not the one to be told.
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
