package io.panelwatch.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
    assertEquals(Optional.of(false), health().identityTaken());
  }

  @Test
  void sessionTakenOverByAnotherClientIsTold() {
    bench.connect(LARGE);
    bench.wire.last().cut(ReasonCode.SESSION_TAKEN_OVER);
    bench.run();

    assertEquals(Optional.of(true), health().identityTaken());
    assertFalse(health().connected());
  }

  @Test
  void refusedReportIsToldUntilOneIsAccepted() {
    bench.commit();
    bench.connect(LARGE);
    bench.answer(0);
    bench.answer(0);
    assertEquals(Optional.empty(), health().reportRefused());

    bench.answer(NOT_AUTHORISED);
    assertEquals(Optional.of(true), health().reportRefused());

    bench.pass(Duration.ofSeconds(30));
    bench.answerAll();
    assertEquals(Optional.of(false), health().reportRefused());
  }

  @Test
  void reportThatStandsRefusedIsNotExcusedByOthersThatAreAccepted() {
    bench.commit();
    bench.commit();
    bench.connect(LARGE);
    bench.answer(0);
    bench.answer(0);
    bench.answer(NOT_AUTHORISED);
    bench.answer(0);

    assertEquals(Optional.of(true), health().reportRefused());
  }

  @Test
  void reportWhoseContentIsGivenUpStandsNoLongerAndWhenItWasRefusedIsTold() {
    bench.commit();
    bench.connect(LARGE);
    bench.answer(0);
    bench.answer(0);
    bench.answer(ReasonCode.PAYLOAD_FORMAT_INVALID);

    assertEquals(Optional.of(false), health().reportRefused());
    assertEquals(OptionalLong.of(bench.clock.monotonicNanos()), health().refusedNanos());
  }

  @Test
  void nothingIsToldOfALinkBeforeItWasTried() {
    assertEquals(Optional.empty(), health().identityTaken());
    assertEquals(Optional.empty(), health().reportRefused());
    assertEquals(OptionalInt.empty(), LinkHealth.NOT_TOLD_YET.outboxDepth());
  }

  @Test
  void documentThatIsRefusedIsNoReport() {
    bench.connect(LARGE);
    bench.answer(NOT_AUTHORISED);

    assertEquals(Optional.empty(), health().reportRefused());
  }

  @Test
  void backlogIsToldWithItsAgeAlsoWithoutALink() {
    assertEquals(OptionalInt.of(0), health().outboxDepth());
    assertEquals(Optional.empty(), health().oldest());

    bench.commit();
    clock.advance(Duration.ofHours(1));
    bench.commit();

    assertEquals(OptionalInt.of(2), health().outboxDepth());
    assertEquals(
        Optional.of(Duration.ofHours(1)), health().oldest().map(waiting -> waiting.age(clock)));
  }
}
