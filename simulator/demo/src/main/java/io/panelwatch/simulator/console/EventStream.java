package io.panelwatch.simulator.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events to every open page (WHATWG HTML, section 9.2).
 *
 * <p>A page that reads too slowly loses its oldest events, never the server's time: every listener
 * has a bounded queue, and {@link #publish} does not block. Thread-safe.
 */
final class EventStream {

  private static final int QUEUE_LENGTH = 256;
  private static final long KEEP_ALIVE_SECONDS = 10;

  private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** Tells every page; {@code json} holds no line break. */
  void publish(String event, String json) {
    String message = "event: " + event + "\ndata: " + json + "\n\n";
    for (BlockingQueue<String> queue : listeners) {
      while (!queue.offer(message)) {
        queue.poll();
      }
    }
  }

  /** Writes events to one page until it goes away or the stream is closed. */
  void serve(OutputStream out) throws IOException, InterruptedException {
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    listeners.add(queue);
    try {
      write(out, ": panelwatch console\n\n");
      while (!closed) {
        String message = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        write(out, message == null ? ": still here\n\n" : message);
      }
    } finally {
      listeners.remove(queue);
    }
  }

  /** Lets every page go. */
  void close() {
    closed = true;
    publish("end", "{}");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
