package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Scan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * Who gets every scan after it was judged. A mistake of one is told once and costs neither the
 * others nor the scan, which was judged all the same. Not thread-safe: the watch's thread.
 */
final class Listeners implements Consumer<Scan> {

  private final List<Consumer<Scan>> all = new ArrayList<>();
  private final Set<Consumer<Scan>> broken = new HashSet<>();

  /** Tells that one, too, after those before it. */
  Listeners with(Consumer<Scan> listener) {
    all.add(listener);
    return this;
  }

  @Override
  public void accept(Scan scan) {
    for (Consumer<Scan> listener : all) {
      try {
        listener.accept(scan);
      } catch (RuntimeException | Error e) {
        if (broken.add(listener)) {
          Logger.error(e, "what a scan has read could not be passed on; faults are judged");
        }
      }
    }
  }
}
