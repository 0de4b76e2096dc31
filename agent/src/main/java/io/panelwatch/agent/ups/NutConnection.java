package io.panelwatch.agent.ups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection to upsd(8), over which it is asked again and again for everything that it knows of
 * one UPS:
 *
 * <pre>
 *   LIST VAR kiosk-ups
 *   BEGIN LIST VAR kiosk-ups
 *   VAR kiosk-ups battery.charge "100"
 *   VAR kiosk-ups ups.status "OL CHRG"
 *   END LIST VAR kiosk-ups
 * </pre>
 *
 * <p>Or {@code ERR DATA-STALE}, where the server has lost its UPS. After an exception it is of no
 * further use. Blocks for as long as the server likes, a byte at a time if it likes that; whoever
 * asks has {@link #close} called by somebody else when that is too long. One thread asks.
 */
final class NutConnection implements AutoCloseable {

  /** A UPS with every outlet metered tells some 200; the bound is for servers that are none. */
  static final int MOST_VARIABLES = 1_000;

  /** ups.conf and upsd keep values below 256 characters; with names and escapes. */
  static final int LONGEST_LINE = 1_024;

  private final UpsAddress ups;
  private final Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();

  /** A connection that is made with the first question. */
  NutConnection(UpsAddress ups) {
    this.ups = ups;
  }

  /** Whether there is something to be asked over. */
  boolean made() {
    return socket.isConnected();
  }

  /**
   * The variables of the UPS by name, as {@code battery.charge} to {@code 100}.
   *
   * @throws NutException when the server refuses; its message is the server's word
   * @throws IOException when there is no answer, or this was closed meanwhile
   */
  Map<String, String> variables() throws IOException {
    if (!made()) {
      socket.connect(new InetSocketAddress(ups.host(), ups.port()));
      in = new BufferedInputStream(socket.getInputStream());
    }
    socket.getOutputStream().write(("LIST VAR " + ups.name() + "\n").getBytes(UTF_8));
    return answer();
  }

  /** Ends it, a question under way included; may be called by any thread. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  private Map<String, String> answer() throws IOException {
    List<String> first = NutWords.of(line());
    if (first.size() >= 2 && first.getFirst().equals("ERR")) {
      throw new NutException(first.get(1));
    }
    if (first.size() < 3 || !first.subList(0, 3).equals(List.of("BEGIN", "LIST", "VAR"))) {
      throw new NutException("is no answer of upsd");
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i <= MOST_VARIABLES; i++) {
      List<String> words = NutWords.of(line());
      if (words.size() >= 2 && words.getFirst().equals("END")) {
        return Map.copyOf(variables);
      }
      if (words.size() == 4 && words.getFirst().equals("VAR")) {
        variables.put(words.get(2), words.get(3));
      }
    }
    throw new NutException("has no end");
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new NutException("ended in the middle of an answer");
      }
      if (line.size() == LONGEST_LINE) {
        throw new NutException("has a line that does not end");
      }
      line.write(b);
    }
    return line.toString(UTF_8);
  }
}
