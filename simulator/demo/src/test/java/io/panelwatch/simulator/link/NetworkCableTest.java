package io.panelwatch.simulator.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkCableTest {

  private static final int PATIENCE_MILLIS = 5_000;

  private ServerSocket broker;
  private NetworkCable cable;

  @BeforeEach
  void cableToABroker() throws IOException {
    broker = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    broker.setSoTimeout(PATIENCE_MILLIS);
    cable = NetworkCable.to(broker.getLocalPort());
  }

  @AfterEach
  void closeAll() throws IOException {
    cable.close();
    broker.close();
  }

  @Test
  void laidCableIsPluggedIn() throws IOException {
    assertBytesPass();
  }

  @Test
  void pulledCableCutsWhatStoodAndRefusesWhatComes() throws IOException {
    try (Socket board = connect();
        Socket atBroker = broker.accept()) {
      cable.plug(false);

      assertEquals(-1, atBroker.getInputStream().read());
      assertThrows(IOException.class, () -> readOrFail(board));
    }
    assertThrows(ConnectException.class, this::connect);
  }

  @Test
  void cablePluggedInAgainServesTheSameUrl() throws IOException {
    String url = cable.url();
    cable.plug(false);
    cable.plug(false);

    cable.plug(true);
    cable.plug(true);

    assertEquals(url, cable.url());
    assertBytesPass();
  }

  @Test
  void nearEndTakenWhileThePlugWasOutIsOneSentence() throws IOException {
    cable.plug(false);
    try (var squatter = new ServerSocket(port(), 1, InetAddress.getLoopbackAddress())) {
      var error = assertThrows(IOException.class, () -> cable.plug(true));
      assertEquals(
          "cannot open 127.0.0.1:%d for the broker (Address already in use): choose another port, or 0 for a free one"
              .formatted(squatter.getLocalPort()),
          error.getMessage());
    }
  }

  private void assertBytesPass() throws IOException {
    try (Socket board = connect();
        Socket atBroker = broker.accept()) {
      board.getOutputStream().write('a');
      assertEquals('a', atBroker.getInputStream().read());
      atBroker.getOutputStream().write('b');
      assertEquals('b', board.getInputStream().read());
    }
  }

  private static void readOrFail(Socket socket) throws IOException {
    if (socket.getInputStream().read() < 0) {
      throw new IOException("end of stream");
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private int port() {
    return URI.create(cable.url()).getPort();
  }
}
