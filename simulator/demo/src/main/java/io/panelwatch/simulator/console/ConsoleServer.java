package io.panelwatch.simulator.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The console's HTTP interface, on 127.0.0.1 only.
 *
 * <p>{@code GET /}, {@code /api/lcd.png}, {@code /api/events}, {@code /api/state}, {@code
 * /api/board}; {@code POST /api/board/{component}}, {@code /api/buttons/{button}}, {@code
 * /api/queue}, {@code /api/broker}. A change answers 204, an unknown component 404, a body that
 * makes no sense 400 with one sentence and nothing changed.
 *
 * <p>A page of another site must not switch the board: a request whose {@code Host} is not this
 * machine's loopback, or whose {@code Origin} is not this server, is refused with 403.
 */
public final class ConsoleServer implements AutoCloseable {

  private static final int MAX_BODY_BYTES = 16 * 1024;
  private static final int BACKLOG = 64;
  private static final Map<String, String> PAGE_FILES =
      Map.of(
          "/", "index.html",
          "/console.css", "console.css",
          "/console.js", "console.js");
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final EventStream events = new EventStream();

  private ConsoleServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the port; who asks before {@link #serve} waits for it.
   *
   * @param port 0 takes a free one
   * @throws IOException one sentence: the port is taken or not permitted
   */
  public static ConsoleServer listen(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    try {
      return new ConsoleServer(HttpServer.create(address, BACKLOG));
    } catch (IOException e) {
      throw new IOException(
          "cannot open 127.0.0.1:%d for the console (%s): choose another port, or 0 for a free one"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** Answers from now on. Called once. */
  public void serve(Console console) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(console, exchange));
    server.start();
  }

  /** The port that is taken. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Tells every open page; see {@code console.js} for the names of events. */
  public void publish(String event, Object document) {
    events.publish(event, Json.write(document));
  }

  @Override
  public void close() {
    events.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(Console console, HttpExchange exchange) throws IOException {
    try (exchange) {
      if (fromThisMachinesPage(exchange.getRequestHeaders())) {
        answer(console, exchange);
      } else {
        sendText(exchange, 403, "only pages of this console may ask");
      }
    }
  }

  private void answer(Console console, HttpExchange exchange) throws IOException {
    try {
      route(console, exchange);
    } catch (IllegalArgumentException e) {
      sendText(exchange, 400, String.valueOf(e.getMessage()));
    } catch (Console.UnknownComponent e) {
      sendText(exchange, 404, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void route(Console console, HttpExchange exchange)
      throws IOException, InterruptedException, Console.UnknownComponent {
    String path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> get(console, exchange, path);
      case "POST" -> {
        post(console, path, body(exchange));
        exchange.sendResponseHeaders(204, -1);
      }
      default -> {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD, POST");
        sendText(exchange, 405, "use GET or POST");
      }
    }
  }

  private void get(Console console, HttpExchange exchange, String path)
      throws IOException, InterruptedException {
    switch (path) {
      case "/api/lcd.png" -> send(exchange, 200, "image/png", console.lcdPng());
      case "/api/state" -> sendJson(exchange, console.state());
      case "/api/board" -> sendJson(exchange, console.board());
      case "/api/events" -> {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        events.serve(exchange.getResponseBody());
      }
      default -> sendPageFile(exchange, path);
    }
  }

  private static void post(Console console, String path, Map<String, Object> body)
      throws Console.UnknownComponent {
    if (path.startsWith("/api/board/")) {
      console.change(path.substring("/api/board/".length()), body);
    } else if (path.startsWith("/api/buttons/")) {
      console.press(path.substring("/api/buttons/".length()), heldMillis(body));
    } else if (path.equals("/api/queue")) {
      console.publishQueue(body);
    } else if (path.equals("/api/broker")) {
      console.broker(String.valueOf(body.get("state")));
    } else {
      throw new Console.UnknownComponent("there is nothing to change at " + path);
    }
  }

  private static int heldMillis(Map<String, Object> body) {
    Object millis = body.getOrDefault("ms", 80);
    if (millis instanceof Number number && number.intValue() >= 1 && number.intValue() <= 60_000) {
      return number.intValue();
    }
    throw new IllegalArgumentException("ms is how long the button is held: 1 to 60000");
  }

  /** The body as an object; an empty body is an empty object. */
  private static Map<String, Object> body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] bytes = in.readNBytes(MAX_BODY_BYTES + 1);
      if (bytes.length > MAX_BODY_BYTES) {
        throw new IllegalArgumentException("the body is longer than " + MAX_BODY_BYTES + " bytes");
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.isBlank() ? Map.of() : Json.readObject(text);
    }
  }

  private static boolean fromThisMachinesPage(Headers headers) {
    String host = headers.getFirst("Host");
    if (host == null || !LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
      return false;
    }
    String origin = headers.getFirst("Origin");
    return origin == null || origin.equals("http://" + host);
  }

  private static void sendPageFile(HttpExchange exchange, String path) throws IOException {
    String file = PAGE_FILES.get(path);
    if (file == null) {
      sendText(exchange, 404, "there is nothing at " + path);
      return;
    }
    try (InputStream in = ConsoleServer.class.getResourceAsStream(file)) {
      if (in == null) {
        sendText(exchange, 500, file + " is missing from this build");
        return;
      }
      send(exchange, 200, mediaType(file), in.readAllBytes());
    }
  }

  private static String mediaType(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      default -> "text/html; charset=utf-8";
    };
  }

  private static void sendJson(HttpExchange exchange, Object document) throws IOException {
    byte[] bytes = Json.write(document).getBytes(StandardCharsets.UTF_8);
    send(exchange, 200, "application/json", bytes);
  }

  private static void sendText(HttpExchange exchange, int status, String sentence)
      throws IOException {
    byte[] bytes = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    send(exchange, status, "text/plain; charset=utf-8", bytes);
  }

  private static void send(HttpExchange exchange, int status, String mediaType, byte[] bytes)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", mediaType);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'self'; img-src 'self' blob: data:");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
