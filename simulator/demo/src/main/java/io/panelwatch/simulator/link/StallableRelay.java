package io.panelwatch.simulator.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Forwards TCP connections of one loopback port to another, unless it is told to freeze or refuse.
 *
 * <p>Thread-safe. Two virtual threads and two buffers of 8 KiB per connection; at most {@value
 * #MAX_CONNECTIONS} connections, more are closed at once. While frozen, a connection holds one
 * buffer per direction, and TCP's own flow control stops the sender.
 */
final class StallableRelay implements Closeable {

  private static final int MAX_CONNECTIONS = 1_024;
  private static final int BUFFER_BYTES = 8_192;
  private static final int CONNECT_MILLIS = 2_000;
  private static final Duration END_WITHIN = Duration.ofSeconds(1);

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object gate = new Object();
  private final int port;
  private volatile int upstreamPort;
  private boolean stalled;
  private @Nullable Listener listening;

  /**
   * Takes the port and listens; until {@link #forwardTo} a connection is closed at once.
   *
   * @param port on 127.0.0.1, or 0 for a free one
   * @throws IOException when the port is taken
   */
  StallableRelay(int port) throws IOException {
    ServerSocket first = bind(port);
    this.port = first.getLocalPort();
    listen(first);
  }

  /** The port that clients use; never changes. */
  int port() {
    return port;
  }

  /**
   * Listens again if it refused, and forwards what comes to that loopback port.
   *
   * @throws IOException when something else has taken the port in the meantime
   */
  void forwardTo(int newUpstreamPort) throws IOException {
    upstreamPort = newUpstreamPort;
    synchronized (gate) {
      if (listening == null) {
        listen(bind(port));
      }
    }
  }

  /** Freezes every connection, present and new, or lets them all go on. */
  void stall(boolean frozen) {
    synchronized (gate) {
      stalled = frozen;
      gate.notifyAll();
    }
  }

  /** Stops listening and cuts every connection; new ones are refused when this returns. */
  void refuse() {
    synchronized (gate) {
      if (listening != null) {
        listening.end();
        listening = null;
      }
    }
    sockets.forEach(StallableRelay::closeQuietly);
  }

  @Override
  public void close() {
    refuse();
    stall(false);
  }

  private static ServerSocket bind(int port) throws IOException {
    var server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return server;
    } catch (IOException e) {
      closeQuietly(server);
      throw new IOException(
          "cannot open 127.0.0.1:%d for the broker (%s): choose another port, or 0 for a free one"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private void listen(ServerSocket server) {
    synchronized (gate) {
      Thread acceptor =
          Thread.ofVirtual().name("relay-accept").start(() -> acceptUntilClosed(server));
      listening = new Listener(server, acceptor);
    }
  }

  /** A listening socket and the thread that accepts on it. */
  private record Listener(ServerSocket server, Thread acceptor) {

    /** The kernel lets go of the port only when nobody is inside of accept any more. */
    void end() {
      closeQuietly(server);
      try {
        if (!acceptor.join(END_WITHIN)) {
          Logger.warn("relay: the port {} is still being let go", server.getLocalPort());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void acceptUntilClosed(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().name("relay-connect").start(() -> join(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          Logger.warn("relay on port {}: a connection was not accepted: {}", port, e.getMessage());
        }
      }
    }
  }

  private void join(Socket client) {
    var broker = new Socket();
    sockets.add(client);
    sockets.add(broker);
    try {
      if (sockets.size() > 2 * MAX_CONNECTIONS) {
        throw new IOException("more than " + MAX_CONNECTIONS + " connections");
      }
      broker.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), upstreamPort), CONNECT_MILLIS);
      broker.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      Thread.ofVirtual().name("relay-down").start(() -> pump(broker, client));
      pump(client, broker);
    } catch (IOException e) {
      Logger.debug("relay on port {}: connection not forwarded: {}", port, e.getMessage());
      end(client, broker);
    }
  }

  private void pump(Socket from, Socket to) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitFlow();
        out.write(buffer, 0, n);
      }
      awaitFlow();
    } catch (IOException e) {
      Logger.trace("relay on port {}: connection ended: {}", port, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(from, to);
    }
  }

  private void awaitFlow() throws InterruptedException {
    synchronized (gate) {
      while (stalled) {
        gate.wait();
      }
    }
  }

  private void end(Socket one, Socket other) {
    closeQuietly(one);
    closeQuietly(other);
    sockets.remove(one);
    sockets.remove(other);
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      Logger.debug("relay: close failed, nothing left to do: {}", e.getMessage());
    }
  }
}
