package io.panelwatch.simulator.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {

  /** CONNECT of MQTT 5 (section 3.1): clean start, keep-alive 0, client identifier "t". */
  private static final byte[] CONNECT = {
    0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 0, 0, 0, 1, 't'
  };

  private static final int CONNACK = 0x20;

  @Test
  void brokerIsServedFrozenKilledAndServedAgainOnOnePort(@TempDir Path folder) throws IOException {
    try (var broker = BrokerProcess.start(folder.resolve("broker"), 0)) {
      int port = broker.port();
      assertEquals(BrokerState.UP, broker.state());
      assertEquals(CONNACK, firstByteOfAnswer(port, 5_000));

      broker.set(BrokerState.STALLED);
      assertThrows(SocketTimeoutException.class, () -> firstByteOfAnswer(port, 100));

      broker.set(BrokerState.DOWN);
      assertThrows(ConnectException.class, () -> firstByteOfAnswer(port, 100));

      broker.set(BrokerState.UP);
      assertEquals(port, broker.port());
      assertEquals(CONNACK, firstByteOfAnswer(port, 5_000));
      // Of its life, not of its end: Artemis warns when a session's farewell meets its own
      // shutdown.
      assertEquals("", Files.readString(folder.resolve("broker/broker.log")));
    }
  }

  @Test
  void missingJarsAreOneSentenceThatSaysWhatToDo(@TempDir Path folder) {
    String configured = System.getProperty(BrokerProcess.LIB_PROPERTY);
    System.setProperty(BrokerProcess.LIB_PROPERTY, folder.resolve("none").toString());
    try {
      var error = assertThrows(IOException.class, () -> BrokerProcess.start(folder, 0));
      assertTrue(error.getMessage().endsWith("build them with ./build package"), error.toString());
    } finally {
      System.setProperty(BrokerProcess.LIB_PROPERTY, configured);
    }
  }

  private static int firstByteOfAnswer(int port, int waitMillis) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(waitMillis);
      OutputStream out = socket.getOutputStream();
      out.write(CONNECT);
      out.flush();
      InputStream in = socket.getInputStream();
      return in.read();
    }
  }
}
