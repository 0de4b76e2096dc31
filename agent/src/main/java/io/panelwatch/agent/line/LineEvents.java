package io.panelwatch.agent.line;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.SensorFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells whoever listens that lines of a family have changed. Thread-safe. */
final class LineEvents implements BoardEvents {

  /** One listener. Two of the same consumer are two of these. */
  private static final class Ear {
    final Consumer<SensorFamily> heard;

    Ear(Consumer<SensorFamily> heard) {
      this.heard = heard;
    }
  }

  private final SensorFamily family;
  private final List<Ear> ears = new ArrayList<>();

  LineEvents(SensorFamily family) {
    this.family = family;
  }

  @Override
  public synchronized Listening listen(Consumer<SensorFamily> heard) {
    var ear = new Ear(heard);
    ears.add(ear);
    return new Listening(List.of(), () -> forget(ear));
  }

  /** Tells it on the caller's thread, which is the one that saw the edge. */
  synchronized void changed() {
    List.copyOf(ears).forEach(this::tell);
  }

  private synchronized void forget(Ear ear) {
    ears.remove(ear);
  }

  private void tell(Ear ear) {
    try {
      ear.heard.accept(family);
    } catch (RuntimeException e) {
      // The listener's own mistake: the others hear of the edge all the same.
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
