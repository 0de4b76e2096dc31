package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reporter leaves behind for whoever watches the agent. */
final class LinkHealthTest {

  private static final int LARGE = 65_535;
  private static final int NOT_AUTHORISED = 0x87;

  @TempDir Path temp;
  private final ManualClock clock = new ManualClock();
  private FaultStore store;
  private Bench bench;

  @BeforeEach
  void start() {
    store = FaultStore.open(temp.resolve("state"), clock);
    bench = new Bench(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private LinkHealth health() {
    return bench.reporter.linkHealth();
  }

  @Test
  void connectionIsTheBrokersWordAndNotAnAttempt() {
    assertFalse(health().connected());

    bench.connect(LARGE);
    assertTrue(health().connected());

    bench.wire.last().cut(0);
    bench.run();
    assertFalse(health().connected());
    assertFalse(health().identityTaken());
  }

  @Test
  void sessionTakenOverByAnotherClientIsTold() {
    bench.connect(LARGE);
    bench.wire.last().cut(ReasonCode.SESSION_TAKEN_OVER);
    bench.run();

    assertTrue(health().identityTaken());
    assertFalse(health().connected());
  }

  @Test
  void refusedReportIsToldUntilOneIsAccepted() {
    bench.commit();
    bench.connect(LARGE);
    bench.answer(0);
    bench.answer(0);
    assertFalse(health().reportRefused());

    bench.answer(NOT_AUTHORISED);
    assertTrue(health().reportRefused());

    bench.pass(Duration.ofSeconds(30));
    bench.answerAll();
    assertFalse(health().reportRefused());
  }

  @Test
  void documentThatIsRefusedIsNoReport() {
    bench.connect(LARGE);
    bench.answer(NOT_AUTHORISED);

    assertFalse(health().reportRefused());
  }

  @Test
  void backlogIsToldWithItsAgeAlsoWithoutALink() {
    assertEquals(0, health().outboxDepth());
    assertEquals(Optional.empty(), health().oldestWritten());

    bench.commit();
    clock.advance(Duration.ofHours(1));
    bench.commit();

    assertEquals(2, health().outboxDepth());
    assertEquals(Optional.of(clock.wall().minus(Duration.ofHours(1))), health().oldestWritten());
  }
}
