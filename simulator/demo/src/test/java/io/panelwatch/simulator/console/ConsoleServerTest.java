package io.panelwatch.simulator.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleServerTest {

  private final RecordingConsole console = new RecordingConsole();
  private final HttpClient client = HttpClient.newHttpClient();
  private ConsoleServer server;

  @BeforeEach
  void start() throws IOException {
    server = ConsoleServer.listen(0);
    server.serve(console);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void changeOfKnownComponentReachesTheBoard() throws Exception {
    var answer = post("/api/board/fan1", "{\"stopped\":true}");
    assertEquals(204, answer.statusCode());
    assertEquals(List.of("fan1 {stopped=true}"), console.calls);
  }

  @Test
  void unknownComponentIs404AndSaysWhatThereIs() throws Exception {
    var answer = post("/api/board/fan9", "{\"stopped\":true}");
    assertEquals(404, answer.statusCode());
    assertEquals("no component fan9\n", answer.body());
  }

  @Test
  void bodyThatIsNoObjectIs400AndChangesNothing() throws Exception {
    for (String body : List.of("stop it", "[1]", "{\"stopped\":", "\"x\"", "17")) {
      assertEquals(400, post("/api/board/fan1", body).statusCode(), body);
    }
    assertEquals(List.of(), console.calls);
  }

  @Test
  void bodyPastTheBoundIs400AndChangesNothing() throws Exception {
    String body = "{\"note\":\"" + "x".repeat(20_000) + "\"}";
    assertEquals(400, post("/api/board/fan1", body).statusCode());
    assertEquals(List.of(), console.calls);
  }

  @Test
  void bodyOfNothingButBracketsIs400AndChangesNothing() throws Exception {
    String body = "{\"a\":" + "[".repeat(8_000) + "]".repeat(8_000) + "}";
    var answer = post("/api/board/fan1", body);
    assertEquals(400, answer.statusCode());
    assertEquals("the body is nested too deeply\n", answer.body());
    assertEquals(List.of(), console.calls);
  }

  @Test
  void takenPortIsOneSentenceThatNamesIt() {
    int taken = server.port();
    var error = assertThrows(IOException.class, () -> ConsoleServer.listen(taken));
    assertEquals(
        "cannot open 127.0.0.1:%d for the console (Address already in use): choose another port, or 0 for a free one"
            .formatted(taken),
        error.getMessage());
  }

  @Test
  void anotherMethodIs405AndSaysWhichThereAre() throws Exception {
    var request = HttpRequest.newBuilder(uri("/api/state")).DELETE().build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD, POST", answer.headers().firstValue("Allow").get());
  }

  @Test
  void pressWithoutBodyIsAShortOne() throws Exception {
    assertEquals(204, post("/api/buttons/ok", "").statusCode());
    assertEquals(204, post("/api/buttons/ok", "{\"ms\":1500}").statusCode());
    assertEquals(400, post("/api/buttons/ok", "{\"ms\":-1}").statusCode());
    assertEquals(List.of("ok 80", "ok 1500"), console.calls);
  }

  @Test
  void pageAndPictureAreServed() throws Exception {
    assertTrue(get("/").body().contains("panelwatch console"));
    assertEquals("image/png", get("/api/lcd.png").headers().firstValue("Content-Type").get());
    assertEquals("{\"device\":\"demo-1\"}", get("/api/state").body());
    assertEquals(404, get("/../etc/passwd").statusCode());
  }

  @Test
  void requestForAnotherHostIsRefused() throws Exception {
    String request = "GET /api/state HTTP/1.1\r\nHost: kiosk.example\r\nConnection: close\r\n\r\n";
    assertTrue(raw(request).startsWith("HTTP/1.1 403"));
  }

  @Test
  void changeFromAnotherSitesPageIsRefusedAndChangesNothing() throws Exception {
    String request =
        "POST /api/board/fan1 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://kiosk.example\r\n"
                .formatted(server.port())
            + "Content-Length: 16\r\nConnection: close\r\n\r\n{\"stopped\":true}";
    assertTrue(raw(request).startsWith("HTTP/1.1 403"));
    assertEquals(List.of(), console.calls);
  }

  @Test
  void openPageHearsWhatIsPublished() throws Exception {
    var request = HttpRequest.newBuilder(uri("/api/events")).build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertEquals(": panelwatch console", lines.readLine());
      server.publish("lcd", Map.of("frames", 7));
      assertEquals("", lines.readLine());
      assertEquals("event: lcd", lines.readLine());
      assertEquals("data: {\"frames\":7}", lines.readLine());
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static final class RecordingConsole implements Console {
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    @Override
    public byte[] lcdPng() {
      return new byte[] {1};
    }

    @Override
    public Map<String, Object> state() {
      return Map.of("device", "demo-1");
    }

    @Override
    public Map<String, Object> board() {
      return Map.of();
    }

    @Override
    public void change(String component, Map<String, Object> change) throws UnknownComponent {
      if (!component.equals("fan1")) {
        throw new UnknownComponent("no component " + component);
      }
      calls.add(component + " " + change);
    }

    @Override
    public void press(String button, int heldMillis) {
      calls.add(button + " " + heldMillis);
    }

    @Override
    public void publishQueue(Map<String, Object> queue) {
      calls.add("queue " + queue);
    }

    @Override
    public void broker(String state) {
      calls.add("broker " + state);
    }
  }
}
