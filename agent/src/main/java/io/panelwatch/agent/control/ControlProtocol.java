package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.avaje.json.mapper.JsonMapper;
import io.avaje.json.stream.JsonStream;
import io.panelwatch.agent.state.PanelTestStep;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What both ends of the control socket agree on, and the bounds that they hold each other to. */
final class ControlProtocol {

  /** The socket's name in the run folder. */
  static final String SOCKET = "control.sock";

  /** Of a request, and of the first line of an answer. */
  static final int MAX_LINE_BYTES = 4096;

  /** Of what follows the first line of an answer: a thousand faults, or a large picture. */
  static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

  /** The verb of what is done with a fault. */
  static final String ACT = "act";

  /** The verb that puts a backup in the place of the fault memory. */
  static final String RESTORE = "restore";

  /** The verb that notes that somebody has saved the fault memory, or has tried to. */
  static final String SAVED = "saved";

  /** The key of a file's name, without its folder. */
  static final String FILE = "file";

  /** The key of whether something was done. */
  static final String DONE = "done";

  /** The key of a step of the panel's test in a request. */
  static final String STEP = "step";

  private static final JsonStream STREAM =
      JsonStream.builder().serializeNulls(true).serializeEmpty(true).build();
  private static final JsonMapper MAPPER = JsonMapper.builder().jsonStream(STREAM).build();

  private ControlProtocol() {}

  /** One line of JSON: an object whose keys the body writes. */
  static byte[] line(Consumer<JsonWriter> body) {
    return (json(
                writer -> {
                  writer.beginObject();
                  body.accept(writer);
                  writer.endObject();
                })
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Any JSON, in one line. */
  static String json(Consumer<JsonWriter> body) {
    try (var writer = STREAM.bufferedWriter()) {
      body.accept(writer);
      return writer.result();
    }
  }

  static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads one line of JSON.
   *
   * @throws ProtocolException when it is too long or no object
   * @throws EOFException when the peer closed before its end
   */
  static Map<String, Object> readLine(SocketChannel channel) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(MAX_LINE_BYTES);
    ByteBuffer one = ByteBuffer.allocate(1);
    while (true) {
      // Byte by byte, so that nothing of what follows the line is swallowed; lines are short.
      if (channel.read(one.clear()) < 0) {
        throw new EOFException("the other end closed in the middle of a line");
      }
      byte next = one.get(0);
      if (next == '\n') {
        return object(new String(line.array(), 0, line.position(), StandardCharsets.UTF_8));
      }
      if (!line.hasRemaining()) {
        throw new ProtocolException("a line is longer than " + MAX_LINE_BYTES + " bytes");
      }
      line.put(next);
    }
  }

  private static Map<String, Object> object(String line) throws ProtocolException {
    try {
      return MAPPER.fromJsonObject(line);
    } catch (RuntimeException e) {
      // The parser's own exceptions have no common type; all of them mean this.
      throw new ProtocolException("a line is no JSON object: " + e.getMessage());
    }
  }

  /**
   * The step that a request names; empty where it names none, which ends the panel's test.
   *
   * @throws ProtocolException when there is no such step
   */
  static Optional<PanelTestStep> step(Map<String, Object> request) throws ProtocolException {
    Object word = request.get(STEP);
    if (word == null) {
      return Optional.empty();
    }
    Optional<PanelTestStep> step = PanelTestStep.of(word.toString());
    if (step.isEmpty()) {
      throw new ProtocolException("the panel's test has no such step");
    }
    return step;
  }

  /** Writes all of it. */
  static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }
}
