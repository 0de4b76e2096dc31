package io.panelwatch.agent.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tinylog.Logger;

/**
 * Parts that are ended in the opposite order of their beginning, each whatever befalls the others.
 */
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /** Ends that one, too, and before all that are here already. */
  <T extends AutoCloseable> T keep(T part) {
    running.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        Logger.warn(e, "{} did not end well", part.getClass().getSimpleName());
      }
    }
  }
}
