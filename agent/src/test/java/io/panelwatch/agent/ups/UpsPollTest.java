package io.panelwatch.agent.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class UpsPollTest {

  private final ManualClock clock = new ManualClock();
  private NutServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new NutServer();
    server.has("OL", "100");
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Test
  void connectionIsKeptAndAskedAgainAfterItsPeriod() {
    server.keepsConnections();
    try (var poll = new UpsPoll(server.address(), clock)) {
      assertEquals("OL", status(poll));
      server.has("OB", "99");
      clock.advance(UpsPoll.PERIOD);

      assertEquals("OB", status(poll));
    }
    assertEquals(1, server.connections());
  }

  @Test
  void connectionThatTheServerEndedIsMadeAnewAtOnce() {
    try (var poll = new UpsPoll(server.address(), clock)) {
      status(poll);
      clock.advance(UpsPoll.PERIOD);

      assertEquals("OL", status(poll));
    }
    assertEquals(2, server.connections());
  }

  @Test
  void serverThatNeverEndsItsAnswerIsCutOff() {
    server.keepsConnections();
    server.answers("BEGIN LIST VAR kiosk-ups\nVAR kios");
    try (var poll = new UpsPoll(server.address(), clock)) {
      waitUntilAsked(1);
      clock.advance(UpsPoll.PATIENCE);

      assertEquals("no answer", reason(poll));
    }
  }

  @Test
  void serverThatRefusesIsTriedAgainLater() {
    server.answers("ERR DRIVER-NOT-CONNECTED\n");
    try (var poll = new UpsPoll(server.address(), clock)) {
      assertEquals("DRIVER-NOT-CONNECTED", reason(poll));
      server.has("OL", "100");
      clock.advance(UpsPoll.RETRY.minusNanos(1));
      assertInstanceOf(UpsAnswer.Refused.class, poll.latest().orElseThrow());

      clock.advance(Duration.ofNanos(1));

      assertEquals("OL", status(poll));
    }
  }

  @Test
  void endDoesNotWaitForAnAnswer() {
    server.keepsConnections();
    server.answers("");
    var poll = new UpsPoll(server.address(), clock);
    waitUntilAsked(1);

    poll.close();
    clock.advance(UpsPoll.RETRY);

    assertEquals(1, server.questions().size());
  }

  private String status(UpsPoll poll) {
    return assertInstanceOf(UpsAnswer.Told.class, answer(poll)).variables().get("ups.status");
  }

  private String reason(UpsPoll poll) {
    return assertInstanceOf(UpsAnswer.Refused.class, answer(poll)).reason();
  }

  /** The answer of now. */
  private UpsAnswer answer(UpsPoll poll) {
    while (poll.latest().filter(told -> told.nanos() == clock.monotonicNanos()).isEmpty()) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    return poll.latest().orElseThrow();
  }

  private void waitUntilAsked(int times) {
    while (server.questions().size() < times) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    assertTrue(server.connections() > 0);
  }
}
