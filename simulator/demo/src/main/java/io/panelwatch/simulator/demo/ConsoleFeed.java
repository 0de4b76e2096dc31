package io.panelwatch.simulator.demo;

import io.panelwatch.simulator.console.ConsoleServer;
import io.panelwatch.simulator.dispatch.DispatchListener;
import io.panelwatch.simulator.dispatch.PassingMessage;
import io.panelwatch.simulator.dispatch.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What open pages hear of: LCD changes, the state, and MQTT messages as they pass.
 *
 * <p>The state is told whole, at most every {@value #STATE_PERIOD_MILLIS} ms of real time, and only
 * when something said that it changed; a board's physics changes by itself, so once a second at
 * least. Thread-safe; hears before a server is attached are dropped, since no page is open yet.
 */
final class ConsoleFeed implements DispatchListener, AutoCloseable {

  private static final int STATE_PERIOD_MILLIS = 200;
  private static final int PERIODS_A_SECOND = 1000 / STATE_PERIOD_MILLIS;

  private final AtomicBoolean stateChanged = new AtomicBoolean(true);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable ConsoleServer server;

  /** Begins to tell that server's pages. */
  void attach(ConsoleServer console, Supplier<Map<String, Object>> state) {
    server = console;
    Thread.ofVirtual().name("console-feed").start(() -> tellUntilClosed(console, state));
  }

  /** The LCD's picture may be another. */
  void lcdChanged() {
    publish("lcd", Map.of());
  }

  /** Something in the state is another. */
  void stateChanged() {
    stateChanged.set(true);
  }

  @Override
  public void onMessage(PassingMessage message) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("at", message.at().toString());
    document.put("topic", message.topic());
    document.put("qos", message.qos());
    document.put("retained", message.retained());
    document.put("payload", message.payload());
    publish("message", document);
  }

  @Override
  public void onTicket(Ticket ticket) {
    stateChanged();
  }

  @Override
  public void onConnection(boolean connected) {
    stateChanged();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** Real time: the pages are a person's, whatever speed the board lives at. */
  private void tellUntilClosed(ConsoleServer console, Supplier<Map<String, Object>> state) {
    try {
      for (int period = 0; !closed.await(STATE_PERIOD_MILLIS, TimeUnit.MILLISECONDS); period++) {
        if (stateChanged.getAndSet(false) || period % PERIODS_A_SECOND == 0) {
          tell(console, state);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(ConsoleServer console, Supplier<Map<String, Object>> state) {
    try {
      console.publish("state", state.get());
    } catch (RuntimeException e) {
      Logger.error(e, "the console's pages could not be told the state");
    }
  }

  private void publish(String event, Map<String, Object> document) {
    ConsoleServer attached = server;
    if (attached != null) {
      attached.publish(event, document);
    }
  }
}
