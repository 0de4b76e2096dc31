package io.panelwatch.agent.ups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.panelwatch.agent.config.WatchSettings.UpsAddress;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks upsd(8) for everything that it knows of one UPS: a connection, a question, an answer.
 *
 * <pre>
 *   LIST VAR kiosk-ups
 *   BEGIN LIST VAR kiosk-ups
 *   VAR kiosk-ups battery.charge "100"
 *   VAR kiosk-ups ups.status "OL CHRG"
 *   END LIST VAR kiosk-ups
 * </pre>
 *
 * <p>Or {@code ERR DATA-STALE}, where the server has lost its UPS. Blocks for {@link #PATIENCE} at
 * each step at most; whoever asks does so on a thread of its own.
 */
final class NutClient {

  /** How long to wait for a connection, and for each line of the answer; real time. */
  static final Duration PATIENCE = Duration.ofMillis(700);

  /** A UPS with every outlet metered tells some 200; the bound is for servers that are none. */
  static final int MOST_VARIABLES = 1_000;

  /** ups.conf and upsd keep values below 256 characters; with names and escapes. */
  static final int LONGEST_LINE = 1_024;

  private NutClient() {}

  /**
   * The variables of a UPS by name, as {@code battery.charge} to {@code 100}.
   *
   * @throws NutException when the server refuses; its message is the server's word
   * @throws IOException when there is no answer
   */
  static Map<String, String> variables(UpsAddress ups) throws IOException {
    int patience = (int) PATIENCE.toMillis();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(ups.host(), ups.port()), patience);
      socket.setSoTimeout(patience);
      socket.getOutputStream().write(("LIST VAR " + ups.name() + "\n").getBytes(UTF_8));
      return answer(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private static Map<String, String> answer(InputStream in) throws IOException {
    List<String> first = NutWords.of(line(in));
    if (first.size() >= 2 && first.getFirst().equals("ERR")) {
      throw new NutException(first.get(1));
    }
    if (first.size() < 3 || !first.subList(0, 3).equals(List.of("BEGIN", "LIST", "VAR"))) {
      throw new NutException("is no answer of upsd");
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i <= MOST_VARIABLES; i++) {
      List<String> words = NutWords.of(line(in));
      if (words.size() >= 2 && words.getFirst().equals("END")) {
        return Map.copyOf(variables);
      }
      if (words.size() == 4 && words.getFirst().equals("VAR")) {
        variables.put(words.get(2), words.get(3));
      }
    }
    throw new NutException("has no end");
  }

  private static String line(InputStream in) throws IOException {
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
