package io.panelwatch.agent.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NutConnectionTest {

  private NutServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new NutServer();
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Test
  void everyVariableOfTheUpsIsRead() throws IOException {
    server.has("OL CHRG", "97");

    assertEquals(
        Map.of(
            "battery.charge", "97", "ups.status", "OL CHRG", "ups.model", "Back\\slash \"1500\""),
        variables());
    assertEquals(List.of("LIST VAR kiosk-ups"), server.questions());
  }

  @Test
  void connectionServesForManyQuestions() throws IOException {
    server.has("OL", "97");
    server.keepsConnections();

    try (var connection = new NutConnection(server.address())) {
      connection.variables();
      server.has("OB", "96");

      assertEquals("OB", connection.variables().get("ups.status"));
    }
    assertEquals(2, server.questions().size());
    assertEquals(1, server.connections());
  }

  @Test
  void refusalIsToldInTheServersWord() {
    server.answers("ERR DATA-STALE\n");

    assertEquals("DATA-STALE", refusal().getMessage());
  }

  @Test
  void answersThatAreNoneEndWithinTheirBounds() {
    for (String noise :
        List.of(
            "",
            "\n",
            "HTTP/1.1 400 Bad Request\n",
            "BEGIN LIST VAR kiosk-ups\nVAR kiosk-ups a \"1\"\n",
            "x".repeat(NutConnection.LONGEST_LINE + 1) + "\n",
            "BEGIN LIST VAR u\n" + "VAR u a \"1\"\n".repeat(NutConnection.MOST_VARIABLES + 1))) {
      server.answers(noise);

      refusal();
    }
  }

  @Test
  void serverThatDoesNotRunIsAnIoError() throws IOException {
    server.close();

    assertThrows(ConnectException.class, this::variables);
  }

  @Test
  void wordsAreSplitAtBlanksOutsideOfQuotes() {
    assertEquals(
        List.of("VAR", "u", "a b", "", "c\"d"), NutWords.of(" VAR  u \"a b\" \"\" c\\\"d"));
  }

  private Map<String, String> variables() throws IOException {
    try (var connection = new NutConnection(server.address())) {
      return connection.variables();
    }
  }

  private NutException refusal() {
    return assertThrows(NutException.class, this::variables);
  }
}
