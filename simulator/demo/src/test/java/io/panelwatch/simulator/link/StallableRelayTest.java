package io.panelwatch.simulator.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StallableRelayTest {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int NOTHING_COMES_MILLIS = 100;

  private ServerSocket upstream;
  private StallableRelay relay;

  @BeforeEach
  void relayInFrontOfAnUpstream() throws IOException {
    upstream = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    upstream.setSoTimeout(PATIENCE_MILLIS);
    relay = new StallableRelay(0);
    relay.forwardTo(upstream.getLocalPort());
  }

  @AfterEach
  void closeAll() throws IOException {
    relay.close();
    upstream.close();
  }

  @Test
  void bytesPassBothWays() throws IOException {
    try (Socket client = connect();
        Socket server = upstream.accept()) {
      client.getOutputStream().write('a');
      assertEquals('a', server.getInputStream().read());
      server.getOutputStream().write('b');
      assertEquals('b', client.getInputStream().read());
    }
  }

  @Test
  void aStalledConnectionStandsInSilenceAndLosesNothing() throws IOException {
    try (Socket client = connect();
        Socket server = upstream.accept()) {
      relay.stall(true);
      client.getOutputStream().write('a');
      server.setSoTimeout(NOTHING_COMES_MILLIS);
      assertThrows(SocketTimeoutException.class, () -> server.getInputStream().read());

      relay.stall(false);
      server.setSoTimeout(PATIENCE_MILLIS);
      assertEquals('a', server.getInputStream().read());
    }
  }

  @Test
  void aStalledRelayStillAcceptsConnections() throws IOException {
    relay.stall(true);
    try (Socket client = connect()) {
      client.setSoTimeout(NOTHING_COMES_MILLIS);
      assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
    }
  }

  /** Many times, because letting go of a port races with whoever is inside of accept. */
  @RepeatedTest(30)
  void refusingCutsConnectionsAndComesBackOnTheSamePort() throws IOException {
    int port = relay.port();
    try (Socket client = connect();
        Socket server = upstream.accept()) {
      relay.refuse();
      assertEquals(-1, server.getInputStream().read());
      assertThrows(IOException.class, () -> readToEnd(client));
    }
    assertThrows(ConnectException.class, this::connect);

    relay.forwardTo(upstream.getLocalPort());
    assertEquals(port, relay.port());
    bytesPassBothWays();
  }

  @Test
  void aTakenPortIsOneSentenceThatNamesIt() {
    var error = assertThrows(IOException.class, () -> new StallableRelay(upstream.getLocalPort()));
    assertEquals(
        "cannot open 127.0.0.1:%d for the broker (Address already in use): choose another port, or 0 for a free one"
            .formatted(upstream.getLocalPort()),
        error.getMessage());
  }

  private static void readToEnd(Socket client) throws IOException {
    if (client.getInputStream().read() < 0) {
      throw new IOException("end of stream");
    }
  }

  private Socket connect() throws IOException {
    var client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
    client.setSoTimeout(PATIENCE_MILLIS);
    return client;
  }
}
