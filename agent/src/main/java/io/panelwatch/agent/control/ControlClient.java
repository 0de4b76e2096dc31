package io.panelwatch.agent.control;

import io.avaje.json.JsonWriter;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the daemon. Every question is a connection of its own and takes no longer than its
 * {@linkplain AnswerBounds bound}: five seconds for what is looked up.
 *
 * <p>All methods throw {@link DeviceException} when no daemon answers there, or when it has not got
 * what was asked for, and another {@link IOException} when the exchange fails.
 */
public final class ControlClient {

  private final Path socket;
  private final AnswerBounds bounds;

  /** A client of the daemon with that run folder. */
  public ControlClient(Path runFolder) {
    this(runFolder, AnswerBounds.USUAL);
  }

  /** The same with other bounds. */
  ControlClient(Path runFolder, AnswerBounds bounds) {
    socket = runFolder.resolve(ControlProtocol.SOCKET);
    this.bounds = bounds;
  }

  /** Whether a daemon listens; nobody does at a socket that a killed one left behind. */
  public boolean reachable() {
    if (Files.notExists(socket)) {
      return false;
    }
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException refused) {
      // Somebody may be there who is not to be asked by us: then the question itself says so.
      return !Files.isWritable(socket);
    }
  }

  /** How the daemon is: a JSON object whose keys are the components of {@link ControlStatus}. */
  public String status() throws IOException {
    return utf8(ask("status", json -> {}));
  }

  /** The active faults. */
  public List<FaultSummary> active() throws IOException {
    return understood(ask("faults", json -> {}), FaultJson::readAll);
  }

  /**
   * A page of all that is remembered, the newest first.
   *
   * @param before where the page before it ended; empty for the first one
   * @param limit 1..1000
   */
  public FaultListing history(OptionalLong before, int limit) throws IOException {
    byte[] body =
        ask(
            "history",
            json -> {
              before.ifPresent(
                  n -> {
                    json.name("before");
                    json.value(n);
                  });
              json.name("limit");
              json.value(limit);
            });
    return understood(body, FaultListing::fromJson);
  }

  /** How many are remembered before the end of a page. */
  public long countBefore(long next) throws IOException {
    byte[] body = ask("history-count", json -> JsonFields.number(json, "before", next));
    return understood(body, Long::parseLong);
  }

  /** The fault of that id, which may have ended. */
  public Optional<FaultSummary> fault(String faultId) throws IOException {
    byte[] body = ask("fault", json -> JsonFields.text(json, "id", faultId));
    return understood(body, FaultJson::readAll).stream().findFirst();
  }

  /**
   * What people did last on the device, or tried to do, the newest first.
   *
   * @param limit 1..1000
   */
  public DeedListing audit(int limit) throws IOException {
    byte[] body = ask("audit", json -> JsonFields.number(json, "limit", limit));
    return understood(body, DeedListing::fromJson);
  }

  /** Every alarm that somebody has put aside. */
  public List<PutAsideAlarm> putAside() throws IOException {
    return understood(ask("put-aside", json -> {}), PutAsideAlarm::fromJson);
  }

  private static <T> T understood(byte[] body, Function<String, T> reader)
      throws ProtocolException {
    try {
      return reader.apply(utf8(body));
    } catch (RuntimeException e) {
      throw new ProtocolException("the daemon's answer is not understood: " + e.getMessage());
    }
  }

  /**
   * Does something with a fault.
   *
   * @param action who asks is what the daemon knows of this process, whomever the action names
   */
  public ActionAnswer act(Action action) throws IOException {
    return answer(json -> ActionJson.write(json, action));
  }

  /**
   * Does what takes a technician: signs a repair off, opens a visit, or looks at something.
   *
   * @param who that is, where the board asks for a personal code
   */
  public ActionAnswer signed(Action asked, Optional<Credentials> who) throws IOException {
    return answer(
        json -> {
          ActionJson.write(json, asked);
          who.ifPresent(technician -> ActionJson.write(json, technician));
        });
  }

  private ActionAnswer answer(Consumer<JsonWriter> deed) throws IOException {
    try {
      return understood(ask(ControlProtocol.ACT, deed), ActionAnswer::fromJson);
    } catch (OutcomeUnknownException e) {
      return new ActionAnswer.Unknown();
    }
  }

  /** What was read of the board last. */
  public ReadingList readings() throws IOException {
    return understood(ask("readings", json -> {}), ReadingList::fromJson);
  }

  /** The folder of the fault memory's database. */
  public Path storeFolder() throws IOException {
    return understood(ask("store", json -> {}), Path::of);
  }

  /**
   * Puts the backup that waits in that folder in the place of the fault memory.
   *
   * @param file the name of the backup, without its folder, to be noted
   * @throws OutcomeUnknownException when nobody knows yet whether that was done
   */
  public Restored restore(String file) throws IOException {
    return understood(
        ask(ControlProtocol.RESTORE, json -> JsonFields.text(json, ControlProtocol.FILE, file)),
        RestoredJson::read);
  }

  /**
   * Has it noted that this user has saved the fault memory, or has tried to.
   *
   * @param file the name of the copy, without its folder
   * @param done whether it is there
   */
  public void saved(String file, boolean done) throws IOException {
    ask(
        ControlProtocol.SAVED,
        json -> {
          JsonFields.text(json, ControlProtocol.FILE, file);
          json.name(ControlProtocol.DONE);
          json.value(done);
        });
  }

  /** What a person looks at from time to time, and when. */
  public List<InspectionSummary> inspections() throws IOException {
    return understood(ask("inspections", json -> {}), InspectionSummary::fromJson);
  }

  /** The service visit that is open; empty where nobody is at work. */
  public Optional<VisitSummary> visit() throws IOException {
    return understood(ask("visit", json -> {}), VisitSummary::fromJson);
  }

  /** What the LCD shows now, as a PNG file. */
  public byte[] snapshot() throws IOException {
    return ask("snapshot", json -> {});
  }

  /** The name of the profile that the LCD is driven with. */
  public String panel() throws IOException {
    return utf8(ask("panel", json -> {}));
  }

  /** Shows a step of the panel's test on the LCD; an empty one ends it. */
  public void testPanel(Optional<PanelTestStep> step) throws IOException {
    ask(
        "panel-test",
        json ->
            step.ifPresent(
                shown -> {
                  json.name(ControlProtocol.STEP);
                  json.value(shown.word());
                }));
  }

  private byte[] ask(String verb, Consumer<JsonWriter> arguments) throws IOException {
    try (var exchange = new Exchange(connect(), bounds.of(verb))) {
      SocketChannel channel = exchange.channel();
      ControlProtocol.write(
          channel,
          ControlProtocol.line(
              json -> {
                json.name("verb");
                json.value(verb);
                arguments.accept(json);
              }));
      return body(channel, ControlProtocol.readLine(channel));
    } catch (ClosedChannelException | EOFException e) {
      // The daemon's own bound, or its end, closes it there; ours closes it here, maybe between two
      // calls.
      String what = "the daemon at %s did not answer in time".formatted(socket);
      throw AnswerBounds.changes(verb)
          ? new OutcomeUnknownException(what + ": whether it was done is not known", e)
          : new IOException(what, e);
    }
  }

  private SocketChannel connect() throws IOException {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      // Of a socket in a folder that may not be entered nobody can say whether it is there.
      boolean denied = !Files.notExists(socket) && !Files.isWritable(socket);
      throw new DeviceException(
          denied ? Errno.EACCES.number() : 0,
          "connect",
          socket.toString(),
          denied
              ? "%s is not for this user: ask as its owner, as one of its group, or with sudo"
                  .formatted(socket)
              : "no daemon answers at %s (%s): start it with panelwatch run"
                  .formatted(socket, e.getMessage()));
    }
  }

  private byte[] body(SocketChannel channel, Map<String, Object> header) throws IOException {
    if (header.get("error") instanceof String sentence) {
      if (Boolean.TRUE.equals(header.get("denied"))) {
        throw new DeviceException(Errno.EACCES.number(), "ask", socket.toString(), sentence);
      }
      if (Boolean.TRUE.equals(header.get("unavailable"))) {
        throw new DeviceException(0, "ask", socket.toString(), sentence);
      }
      throw new IOException("the daemon refuses: " + sentence);
    }
    if (!(header.get("length") instanceof Number length)
        || length.longValue() < 0
        || length.longValue() > ControlProtocol.MAX_BODY_BYTES) {
      throw new ProtocolException("the daemon's answer is not understood");
    }
    ByteBuffer body = ByteBuffer.allocate(length.intValue());
    while (body.hasRemaining()) {
      if (channel.read(body) < 0) {
        throw new EOFException("the daemon closed in the middle of its answer");
      }
    }
    return body.array();
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
