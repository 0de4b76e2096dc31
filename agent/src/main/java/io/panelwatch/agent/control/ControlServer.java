package io.panelwatch.agent.control;

import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tinylog.Logger;

/**
 * Answers on the control socket until it is closed. Serves at most {@value #MAX_CLIENTS} clients at
 * a time, each on a virtual thread and within a {@linkplain AnswerBounds bound}; more wait in the
 * kernel's queue.
 */
public final class ControlServer implements AutoCloseable {

  private static final int MAX_CLIENTS = 8;

  private final SocketPlace place;
  private final ServerSocketChannel server;
  private final PeerCheck peers;
  private final Verbs verbs;
  private final AnswerBounds bounds;
  private final Semaphore free = new Semaphore(MAX_CLIENTS);

  private ControlServer(
      SocketPlace place,
      ServerSocketChannel server,
      PeerCheck peers,
      ControlHandler handler,
      AnswerBounds bounds) {
    this.place = place;
    this.server = server;
    this.peers = peers;
    this.verbs = new Verbs(handler);
    this.bounds = bounds;
  }

  /**
   * Opens {@code control.sock} in a run folder and answers from now on.
   *
   * @param runFolder made, for its owner alone, where it is missing
   * @throws IOException when another daemon runs there, or the folder refuses
   */
  public static ControlServer start(Path runFolder, ControlHandler handler) throws IOException {
    return start(runFolder, handler, AnswerBounds.USUAL);
  }

  /** The same with other bounds. */
  static ControlServer start(Path runFolder, ControlHandler handler, AnswerBounds bounds)
      throws IOException {
    SocketPlace place = SocketPlace.take(runFolder);
    try {
      ServerSocketChannel server = place.bind(MAX_CLIENTS);
      var control = new ControlServer(place, server, PeerCheck.of(place.socket()), handler, bounds);
      Thread.ofVirtual().name("control").start(control::accept);
      return control;
    } catch (IOException | RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private void accept() {
    try {
      while (true) {
        free.acquireUninterruptibly();
        SocketChannel client = server.accept();
        Thread.ofVirtual().name("control-client").start(() -> serve(client));
      }
    } catch (ClosedChannelException e) {
      Logger.debug("control socket closed");
    } catch (IOException e) {
      Logger.error("the control socket answers no more: {}", e.getMessage());
    }
  }

  private void serve(SocketChannel client) {
    try (var exchange = new Exchange(client, bounds.question())) {
      Optional<Peer> peer = peers.peer(exchange.channel());
      if (peer.isPresent()) {
        answer(exchange, peer.get());
      } else {
        refuse(client, "only the daemon's own user, root and its group may ask", Why.REFUSED);
      }
    } catch (IOException e) {
      Logger.debug("control client went away: {}", e.toString());
    } finally {
      free.release();
    }
  }

  private void answer(Exchange exchange, Peer peer) throws IOException {
    SocketChannel client = exchange.channel();
    byte[] answer;
    try {
      Map<String, Object> request = ControlProtocol.readLine(client);
      exchange.endAfter(bounds.of(String.valueOf(request.get("verb"))));
      answer = answer(request, peer);
    } catch (ProtocolException | NoAnswerException e) {
      refuse(client, String.valueOf(e.getMessage()), Why.REFUSED);
      return;
    } catch (NotPermittedException e) {
      refuse(client, String.valueOf(e.getMessage()), Why.DENIED);
      return;
    } catch (DeviceException e) {
      refuse(client, String.valueOf(e.getMessage()), Why.UNAVAILABLE);
      return;
    }
    body(client, answer);
  }

  /** The answer; what keeps the daemon from one is told apart from a client that went away. */
  private byte[] answer(Map<String, Object> request, Peer peer) throws IOException {
    try {
      return verbs.answer(request, peer);
    } catch (ProtocolException | NotPermittedException | DeviceException e) {
      throw e;
    } catch (IOException e) {
      Logger.warn("{} is not answered: {}", request.get("verb"), e.getMessage());
      throw new NoAnswerException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      Logger.error(e, "{} is not answered", request.get("verb"));
      throw new NoAnswerException("a defect kept it from being answered; see the log", e);
    }
  }

  /** Somebody asked what is understood, and there is no answer: the message says why. */
  private static final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1;

    NoAnswerException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static void body(SocketChannel client, byte[] body) throws IOException {
    ControlProtocol.write(
        client,
        ControlProtocol.line(
            json -> {
              json.name("length");
              json.value(body.length);
            }));
    ControlProtocol.write(client, body);
  }

  private enum Why {
    REFUSED,
    UNAVAILABLE,
    DENIED
  }

  private static void refuse(SocketChannel client, String sentence, Why why) throws IOException {
    ControlProtocol.write(
        client,
        ControlProtocol.line(
            json -> {
              json.name("error");
              json.value(sentence);
              json.name("unavailable");
              json.value(why == Why.UNAVAILABLE);
              json.name("denied");
              json.value(why == Why.DENIED);
            }));
  }

  /** Ends at once and removes the socket; who is being served may still get the answer. */
  @Override
  public void close() throws IOException {
    server.close();
    place.close();
  }
}
