package io.panelwatch.agent.metrics;

import io.panelwatch.agent.control.Exchange;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinylog.Logger;

/**
 * Answers {@code GET /metrics} by HTTP/1.1, one request a connection, at most {@value #MAX_CLIENTS}
 * at a time, each on a virtual thread and within the bound of an {@link Exchange}. The JDK's own
 * HTTP server cannot listen on a Unix socket.
 */
public final class MetricsServer implements AutoCloseable {

  private static final int MAX_CLIENTS = 4;

  /** A scraper's request has some hundred bytes. */
  private static final int MAX_REQUEST_BYTES = 8 * 1024;

  private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.[01]");

  private final ServerSocketChannel server;
  private final Supplier<String> text;
  private final Semaphore free = new Semaphore(MAX_CLIENTS);

  private MetricsServer(ServerSocketChannel server, Supplier<String> text) {
    this.server = server;
    this.text = text;
  }

  /**
   * Answers from now on.
   *
   * @param listen a Unix socket, for its owner and group; or an address of loopback
   * @param text the metrics at the moment of a call, on any thread
   * @throws IOException when the address is in use or refused
   */
  public static MetricsServer start(SocketAddress listen, Supplier<String> text)
      throws IOException {
    var metrics = new MetricsServer(bound(listen), text);
    Thread.ofVirtual().name("metrics").start(metrics::accept);
    return metrics;
  }

  private static ServerSocketChannel bound(SocketAddress listen) throws IOException {
    if (!(listen instanceof UnixDomainSocketAddress unix)) {
      return ServerSocketChannel.open().bind(listen, MAX_CLIENTS);
    }
    removeLeftOver(unix);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(unix, MAX_CLIENTS);
      Files.setPosixFilePermissions(unix.getPath(), PosixFilePermissions.fromString("rw-rw----"));
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** A socket that nobody answers on was left behind by a daemon that did not end well. */
  private static void removeLeftOver(UnixDomainSocketAddress unix) throws IOException {
    Path path = unix.getPath();
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean socket =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther();
    if (!socket || answers(unix)) {
      throw new FileSystemException(
          path.toString(), null, "is in use: name another socket in [metrics] listen");
    }
    Files.delete(path);
  }

  private static boolean answers(UnixDomainSocketAddress unix) {
    try (var _ = SocketChannel.open(unix)) {
      return true;
    } catch (IOException nobodyThere) {
      return false;
    }
  }

  /** Where it listens: the port is known where 0 was asked for. */
  SocketAddress address() throws IOException {
    return server.getLocalAddress();
  }

  private void accept() {
    try {
      while (true) {
        free.acquireUninterruptibly();
        SocketChannel client = server.accept();
        Thread.ofVirtual().name("metrics-client").start(() -> serve(client));
      }
    } catch (ClosedChannelException e) {
      Logger.debug("metrics are told no more");
    } catch (IOException e) {
      Logger.error("metrics are told no more: {}", e.getMessage());
    }
  }

  private void serve(SocketChannel client) {
    try (var exchange = new Exchange(client)) {
      ByteBuffer answer = answer(requestLine(exchange.channel()));
      while (answer.hasRemaining()) {
        exchange.channel().write(answer);
      }
    } catch (IOException e) {
      Logger.debug("a reader of metrics went away: {}", e.toString());
    } finally {
      free.release();
    }
  }

  /**
   * The first line of a request whose head has ended; empty where it does not end in its bounds.
   */
  private static String requestLine(SocketChannel client) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_REQUEST_BYTES);
    while (buffer.hasRemaining() && client.read(buffer) >= 0) {
      String head = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
      if (head.contains("\r\n\r\n")) {
        return head.substring(0, head.indexOf("\r\n"));
      }
    }
    return "";
  }

  private ByteBuffer answer(String requestLine) {
    Matcher request = REQUEST_LINE.matcher(requestLine);
    if (!request.matches()) {
      return response("400 Bad Request", "text/plain", "expected GET /metrics HTTP/1.1\n");
    }
    if (!request.group(1).equals("GET")) {
      return response("405 Method Not Allowed\r\nAllow: GET", "text/plain", "only GET\n");
    }
    if (!request.group(2).equals("/metrics")) {
      return response("404 Not Found", "text/plain", "only /metrics\n");
    }
    return response(
        "200 OK", "application/openmetrics-text; version=1.0.0; charset=utf-8", text.get());
  }

  private static ByteBuffer response(String status, String type, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, type, content.length)
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + content.length).put(head).put(content).flip();
  }

  /** Ends at once and removes the socket; who is being served may still get the answer. */
  @Override
  public void close() throws IOException {
    SocketAddress address = server.getLocalAddress();
    server.close();
    if (address instanceof UnixDomainSocketAddress unix) {
      Files.deleteIfExists(unix.getPath());
    }
  }
}
