package io.panelwatch.agent.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class MetricsServerTest {

  private static final String METRICS = "# EOF\n";
  private static final String GET = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir private Path folder;
  private UnixDomainSocketAddress socket;

  @BeforeEach
  void nameTheSocket() {
    socket = UnixDomainSocketAddress.of(folder.resolve("metrics.sock"));
  }

  @Test
  void metricsAreToldOnAUnixSocketOfOwnerAndGroupWhichGoesWithTheServer() throws Exception {
    try (var _ = start(socket)) {
      assertTold(ask(socket, GET));
      assertEquals(
          "rw-rw----",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getPath())));
    }
    assertFalse(Files.exists(socket.getPath()));
  }

  @Test
  void metricsAreToldOnLoopback() throws Exception {
    try (var server = start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      assertTold(ask(server.address(), GET));
    }
  }

  @Test
  void everythingElseIsRefusedAndTheNextOneIsAnsweredAllTheSame() throws Exception {
    try (var _ = start(socket)) {
      assertEquals("404 Not Found", status(ask(socket, "GET / HTTP/1.1\r\n\r\n")));
      assertEquals("405 Method Not Allowed", status(ask(socket, "POST /metrics HTTP/1.1\r\n\r\n")));
      assertEquals("400 Bad Request", status(ask(socket, "\0\1\2\r\n\r\n")));
      assertEquals("400 Bad Request", status(ask(socket, "GET /metrics HTTP/1.1\r\nHost:")));
      assertEquals("400 Bad Request", status(ask(socket, "x".repeat(8192))));
      assertTold(ask(socket, GET));
    }
  }

  @Test
  void whoSaysNothingDoesNotKeepOthersFromAsking() throws Exception {
    try (var _ = start(socket);
        var _ = SocketChannel.open(socket);
        var _ = SocketChannel.open(socket)) {
      assertTold(ask(socket, GET));
    }
  }

  @Test
  void socketThatAnEarlierDaemonLeftIsTaken() throws Exception {
    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(socket).close();
    assertTrue(Files.exists(socket.getPath()));

    try (var _ = start(socket)) {
      assertTold(ask(socket, GET));
    }
  }

  @Test
  void socketThatAnswersAndAFileThatIsNoneAreLeftAlone() throws Exception {
    try (var _ = start(socket)) {
      assertThrows(FileSystemException.class, () -> start(socket));
      assertTold(ask(socket, GET));
    }
    Files.writeString(socket.getPath(), "kept");

    assertThrows(FileSystemException.class, () -> start(socket));
    assertEquals("kept", Files.readString(socket.getPath()));
  }

  private static MetricsServer start(SocketAddress listen) throws IOException {
    return MetricsServer.start(listen, () -> METRICS);
  }

  private static void assertTold(String answer) {
    assertEquals("200 OK", status(answer));
    assertTrue(answer.contains("Content-Type: application/openmetrics-text; version=1.0.0"));
    assertTrue(answer.endsWith("\r\n\r\n" + METRICS), answer);
  }

  private static String status(String answer) {
    return answer.substring("HTTP/1.1 ".length(), answer.indexOf("\r\n"));
  }

  private static String ask(SocketAddress address, String request) throws IOException {
    try (var channel = SocketChannel.open(address)) {
      channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
      channel.shutdownOutput();
      var answer = new ByteArrayOutputStream();
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      while (channel.read(buffer) >= 0) {
        answer.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      return answer.toString(US_ASCII);
    }
  }
}
