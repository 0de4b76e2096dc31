package io.panelwatch.agent.ups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that has one answer for whoever asks, until it is given another one. */
final class NutServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Thread thread;
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final AtomicInteger hangUps = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean keeps;
  private volatile String answer = "";

  NutServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().daemon().start(this::serve);
  }

  /** What follows is answered from now on, exactly so. */
  void answers(String text) {
    answer = text;
  }

  /** Who has asked may ask again over the same connection from now on. */
  void keepsConnections() {
    keeps = true;
  }

  /** A UPS with that status. */
  void has(String status, String charge) {
    answers(
        """
        BEGIN LIST VAR kiosk-ups
        VAR kiosk-ups battery.charge "%s"
        VAR kiosk-ups ups.model "Back\\\\slash \\"1500\\""
        VAR kiosk-ups ups.status "%s"
        END LIST VAR kiosk-ups
        """
            .formatted(charge, status));
  }

  UpsAddress address() {
    return new UpsAddress(
        "kiosk-ups", InetAddress.getLoopbackAddress().getHostAddress(), socket.getLocalPort());
  }

  /** What was asked, in order. */
  List<String> questions() {
    return questions;
  }

  /** How many connections were made. */
  int connections() {
    return connections.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        connections.incrementAndGet();
        serve(client);
      } catch (IOException hungUp) {
        // A client that cannot take the answer leaves in the middle of it; the next one is served.
        hangUps.incrementAndGet();
      }
    }
  }

  private void serve(Socket client) throws IOException {
    var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    String question = in.readLine();
    while (question != null) {
      questions.add(question);
      client.getOutputStream().write(answer.getBytes(UTF_8));
      question = keeps ? in.readLine() : null;
    }
  }

  /** Nobody listens there any more once this returns. */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
