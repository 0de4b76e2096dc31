package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PahoWireTest {

  private static final Wire.Outgoing WILL =
      new Wire.Outgoing("t/up/status", "{}", 1, true, "application/json", OptionalLong.empty());

  /** Remembers the first thing that ends the attempt. */
  private static final class Ending implements Wire.Listener {
    final CompletableFuture<String> down = new CompletableFuture<>();

    @Override
    public void up(int receiveMaximum) {
      down.completeExceptionally(new AssertionError("came up"));
    }

    @Override
    public void down(int reasonCode, String reason) {
      down.complete(reason);
    }

    @Override
    public void published(long tag, int reasonCode) {
      down.completeExceptionally(new AssertionError("answered"));
    }

    @Override
    public void arrived(Wire.Incoming message) {
      down.completeExceptionally(new AssertionError("arrived"));
    }
  }

  private static PahoWire wireTo(ServerSocket server) {
    URI broker = URI.create("mqtt://127.0.0.1:" + server.getLocalPort());
    return new PahoWire(broker, "t", List.of("t/dn/#"));
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  @Timeout(10)
  void brokerThatAcceptsAndStaysSilentIsLetGoOf() throws Exception {
    try (var server = server()) {
      var ending = new Ending();
      Wire.Connection connection =
          new PahoWire(
                  URI.create("mqtt://127.0.0.1:" + server.getLocalPort()),
                  "t",
                  List.of("t/dn/#"),
                  Duration.ofSeconds(1))
              .open(WILL, ending);
      try (Socket peer = server.accept()) {
        assertTrue(!ending.down.get(5, TimeUnit.SECONDS).isEmpty());

        peer.getInputStream().readAllBytes();
      }
      connection.abandon();
    }
  }

  @Test
  @Timeout(10)
  void brokerThatHangsUpEndsTheAttempt() throws Exception {
    try (var server = server()) {
      var ending = new Ending();
      wireTo(server).open(WILL, ending);
      server.accept().close();

      assertTrue(!ending.down.get(5, TimeUnit.SECONDS).isEmpty());
    }
  }

  @Test
  @Timeout(10)
  void brokerThatIsNotThereEndsTheAttempt() throws Exception {
    var ending = new Ending();
    PahoWire wire;
    try (var server = server()) {
      wire = wireTo(server);
    }
    wire.open(WILL, ending);

    assertTrue(!ending.down.get(5, TimeUnit.SECONDS).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mqtt://broker.example.org:1883",
        "tcp://10.0.0.1",
        "tcp://127.0.0.1.example.org",
        "mqtts://127.0.0.1",
        "ssl://127.0.0.1",
        "127.0.0.1"
      })
  void plainTextLeavesNoMachineAndOtherKindsAreRefusedInASentence(String broker) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new PahoWire(URI.create(broker), "t", List.of()));
    assertTrue(refused.getMessage().startsWith("broker " + broker), refused.getMessage());
  }
}
