package io.panelwatch.simulator.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code java -cp "lib/*" io.panelwatch.simulator.broker.BrokerMain PORT FOLDER}: an MQTT broker on
 * 127.0.0.1 that lives as long as its standard input stays open.
 *
 * <ul>
 *   <li>PORT 0 takes a free port. FOLDER keeps the journal, so that acknowledged messages survive a
 *       kill; it is created when missing.
 *   <li>Standard output is one line, {@code {"mqtt":1883}}, once the port is open.
 *   <li>It ends, with exit 0 and the journal closed, when standard input ends (its parent is gone,
 *       however that went) or on SIGTERM.
 *   <li>Exit 64: wrong arguments; 69: the broker could not start. Then standard error has one
 *       sentence.
 * </ul>
 */
public final class BrokerMain {

  private static final int USAGE = 64;
  private static final int UNAVAILABLE = 69;

  private BrokerMain() {}

  /** See the class. */
  public static void main(String[] args) {
    int port = args.length == 2 ? portOf(args[0]) : -1;
    if (port < 0) {
      System.err.println("broker: expected two arguments, a port 0..65535 and a folder.");
      System.exit(USAGE);
    }
    var broker = new LoopbackBroker(port, Path.of(args[1]));
    try {
      broker.start();
    } catch (Exception e) {
      System.err.printf("broker: cannot serve 127.0.0.1:%d: %s%n", port, e.getMessage());
      System.exit(UNAVAILABLE);
    }
    var stopped = new AtomicBoolean();
    Runnable stop =
        () -> {
          if (stopped.compareAndSet(false, true)) {
            broker.stop();
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    System.out.printf("{\"mqtt\":%d}%n", broker.port());
    System.out.flush();
    waitForEnd(System.in);
    stop.run();
    System.exit(0);
  }

  private static int portOf(String text) {
    try {
      int port = Integer.parseInt(text);
      return port <= 0xFFFF ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static void waitForEnd(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("broker: ends, because its standard input failed: " + e.getMessage());
    }
  }
}
