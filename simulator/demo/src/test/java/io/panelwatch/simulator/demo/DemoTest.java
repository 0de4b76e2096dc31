package io.panelwatch.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.simulator.console.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole system in this process and its broker's, used as a person uses it: over HTTP. */
@Timeout(60)
class DemoTest {

  private static final double SPEED = 60;

  @TempDir private static Path folder;
  private static Demo demo;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    DemoPanel panel = DemoPanel.of(PanelProfile.load("ili9341"));
    demo = Demo.start(new DemoSettings(0, 0, Language.EN, panel, folder, SPEED));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    demo.close();
  }

  @Test
  void everythingBrokenAtOnceIsTicketedAndRepairedWithAnEmptyOutbox() throws Exception {
    assertEquals(204, post("board/mains", "{\"online\":false}").statusCode());
    assertEquals(204, post("board/fan1", "{\"stopped\":true}").statusCode());
    assertEquals(204, post("board/disk1", "{\"usedPercent\":97}").statusCode());
    awaitState(
        state ->
            codes(state).containsAll(List.of("PWR-103", "FAN-201", "DSK-401"))
                && tickets(state).size() >= 3
                && outbox(state) == 0);

    assertEquals(204, post("board/mains", "{\"online\":true}").statusCode());
    assertEquals(204, post("board/fan1", "{\"stopped\":false}").statusCode());
    assertEquals(204, post("board/disk1", "{\"usedPercent\":41}").statusCode());
    awaitState(
        state ->
            codes(state).isEmpty()
                && tickets(state).stream().allMatch("closed"::equals)
                && outbox(state) == 0);
  }

  @Test
  void supplyThatSaysByItsLineThatItFailsIsALossOfTheMains() throws Exception {
    assertEquals(204, post("board/power-fail", "{\"active\":true}").statusCode());
    awaitState(state -> codes(state).contains("PWR-103"));

    assertEquals(204, post("board/power-fail", "{\"active\":false}").statusCode());
    awaitState(state -> codes(state).isEmpty());
  }

  @Test
  void pulledCableIsALostLinkThatComesBack() throws Exception {
    assertEquals(204, post("board/link", "{\"up\":false}").statusCode());
    awaitState(state -> !connected(state));
    assertEquals(204, post("board/link", "{\"up\":true}").statusCode());
    awaitState(DemoTest::connected);
  }

  @Test
  void brokerThatWasKilledIsStartedAgainAndFound() throws Exception {
    assertEquals(204, post("broker", "{\"state\":\"down\"}").statusCode());
    awaitState(state -> !connected(state) && "down".equals(state.get("broker")));
    assertEquals(204, post("broker", "{\"state\":\"up\"}").statusCode());
    awaitState(state -> connected(state) && "up".equals(state.get("broker")));
  }

  @Test
  void whatIsDoneAtTheDeviceWhileTheBrokerIsAwayIsKnownToTheBackendOnce() throws Exception {
    assertEquals(204, post("board/fan2", "{\"stopped\":true}").statusCode());
    awaitState(state -> !ticketOf("FAN-201 fan2", state).isEmpty() && outbox(state) == 0);
    assertEquals(204, post("broker", "{\"state\":\"down\"}").statusCode());
    awaitState(state -> !connected(state));

    var shell = new ControlClient(folder);
    String faultId =
        shell.active().stream()
            .filter(fault -> fault.component().equals("fan2"))
            .map(FaultSummary::faultId)
            .findFirst()
            .orElseThrow();
    assertInstanceOf(
        ActionAnswer.Done.class, shell.act(new Action.Acknowledge(faultId, Actor.AGENT)));
    var signOff = new Action.Resolve(faultId, "cleaned", "", false, Actor.AGENT);
    assertInstanceOf(ActionAnswer.Done.class, shell.signed(signOff, Optional.empty()));

    assertEquals(204, post("broker", "{\"state\":\"up\"}").statusCode());
    String user = Files.getOwner(folder).getName();
    awaitState(
        state ->
            user.equals(ticketOf("FAN-201 fan2", state).get("acknowledgedBy"))
                && ("local:" + user).equals(ticketOf("FAN-201 fan2", state).get("signedOffBy"))
                && outbox(state) == 0);
    assertEquals(1, received("io.panelwatch.service.acknowledged.v1"));
    assertEquals(1, received("io.panelwatch.service.signed-off.v1"));
    assertEquals(204, post("board/fan2", "{\"stopped\":false}").statusCode());
    awaitState(state -> codes(state).isEmpty());
  }

  /** How many of them the backend has recorded. */
  private static int received(String type) throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder + "/dispatch.db");
        var query =
            database.prepareStatement("SELECT count(*) FROM report WHERE json ->> '$.type' = ?")) {
      query.setString(1, type);
      try (var rows = query.executeQuery()) {
        return rows.getInt(1);
      }
    }
  }

  /** The one of it that is not closed; empty where there is none. */
  private static Map<?, ?> ticketOf(String what, Map<String, Object> state) {
    return ((List<?>) state.get("tickets"))
        .stream()
            .map(ticket -> (Map<?, ?>) ticket)
            .filter(ticket -> List.of(what).equals(ticket.get("codes")))
            .filter(ticket -> !"closed".equals(ticket.get("state")))
            .findFirst()
            .orElse(Map.of());
  }

  @Test
  void wrongChangesAreRefusedAndChangeNothing() throws Exception {
    assertEquals(404, post("board/fan9", "{\"stopped\":true}").statusCode());
    assertEquals(400, post("board/fan2", "{\"stopped\":\"yes\"}").statusCode());
    assertEquals(400, post("board/disk2", "{\"usedPercent\":970}").statusCode());
    assertEquals(404, post("buttons/left", "").statusCode());
    assertEquals(400, post("broker", "{\"state\":\"frozen\"}").statusCode());
    for (String queue :
        List.of(
            "{}",
            "{\"serving\":[null],\"waiting\":1}",
            "{\"serving\":[{\"ticket\":\"A042\",\"counter\":3}],\"waiting\":1}",
            "{\"serving\":[],\"waiting\":1.5}",
            "{\"serving\":[],\"waiting\":-1}")) {
      assertEquals(400, post("queue", queue).statusCode(), queue);
    }
    Map<?, ?> board = (Map<?, ?>) Json.readObject(get("state")).get("board");
    assertEquals(false, ((Map<?, ?>) board.get("fan2")).get("stopped"));
  }

  @Test
  void everyButtonAndAQueueAreTaken() throws Exception {
    for (String button : List.of("up", "down", "ok", "back")) {
      assertEquals(204, post("buttons/" + button, "{\"ms\":20}").statusCode(), button);
    }
    String queue = "{\"serving\":[{\"ticket\":\"B7\",\"counter\":\"12\"}],\"waiting\":3}";
    assertEquals(204, post("queue", queue).statusCode());
  }

  @Test
  void firstLineNamesThePortsThatAreServed() throws Exception {
    Map<String, Object> line = Json.readObject(demo.firstLine());
    assertEquals("demo-1", line.get("device"));
    assertEquals(demo.consoleUrl(), "http://127.0.0.1:" + line.get("http") + "/");
    assertFalse(demo.firstLine().contains("\n"));
    assertTrue(demo.snapshot().length > 100);
  }

  /** Follows the console's events until the state is as wanted. */
  private static void awaitState(Predicate<Map<String, Object>> wanted) throws Exception {
    var answer = client.send(request("events").build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      boolean isState = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (isState && wanted.test(Json.readObject(line.substring("data: ".length())))) {
          return;
        }
        isState = line.equals("event: state");
      }
      throw new IOException("the console closed the events");
    }
  }

  private static List<String> codes(Map<String, Object> state) {
    return each(state, "faults", "code");
  }

  /** The state of each ticket that is not archived. */
  private static List<String> tickets(Map<String, Object> state) {
    return each(state, "tickets", "state");
  }

  private static List<String> each(Map<String, Object> state, String list, String key) {
    return ((List<?>) state.get(list))
        .stream().map(entry -> String.valueOf(((Map<?, ?>) entry).get(key))).toList();
  }

  private static long outbox(Map<String, Object> state) {
    return ((Number) ((Map<?, ?>) state.get("link")).get("outbox")).longValue();
  }

  private static boolean connected(Map<String, Object> state) {
    return Boolean.TRUE.equals(((Map<?, ?>) state.get("link")).get("connected"));
  }

  private static HttpResponse<String> post(String call, String body) throws Exception {
    return client.send(
        request(call).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String get(String call) throws Exception {
    return client.send(request(call).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(String call) {
    return HttpRequest.newBuilder(URI.create(demo.consoleUrl() + "api/" + call));
  }
}
