package io.panelwatch.agent.health;

import static io.panelwatch.agent.health.FanSources.FOR_EVER;
import static io.panelwatch.agent.health.FanSources.fans;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.SourceState.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known of a source that was not read, or not waited for. */
@Timeout(60)
final class ProbeTest {

  @Test
  void sourceThatWasNotEvenBegunDoesNotHang() {
    var board = new ScriptedBoard(fans(1200));
    var probe = new Probe(board.sources().getFirst(), board.clock);

    probe.ask(FOR_EVER);
    probe.wasNotRead();
    assertEquals(Outcome.NOT_READ, probe.state().outcome());
    assertFalse(probe.state().answered(), "nothing is known of what is there");

    probe.ask(FOR_EVER);
    probe.read();
    probe.take();
    probe.ask(FOR_EVER);
    probe.wasNotRead();
    assertEquals(Outcome.ANSWERED, probe.state().outcome());
    assertEquals(Quality.STALE, probe.readings().getFirst().quality());
  }

  @Test
  void sourceThatIsLeftInScanAfterScanHangsOnceItsTimeIsOver() {
    var board = new ScriptedBoard(fans(1200));
    var probe = new Probe(board.sources().getFirst(), board.clock);
    probe.ask(FOR_EVER);

    probe.leave(Duration.ofMillis(400), Duration.ofSeconds(1));
    board.clock.advance(Duration.ofDays(1)); // a board's clock may run fast; hardware does not
    probe.ask(FOR_EVER);
    probe.leave(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertTrue(probe.isAwaited());
    probe.ask(FOR_EVER);
    probe.leave(Duration.ofMillis(100), Duration.ofSeconds(1));

    assertEquals(Outcome.HUNG, probe.state().outcome());
  }

  @Test
  void sourceForWhichThereIsNoThreadIsFreeToBeReadAgain() throws Exception {
    var board = new ScriptedBoard(fans(1200));
    var probe = new Probe(board.sources().getFirst(), board.clock);
    assertTrue(probe.ask(FOR_EVER));
    var round =
        new Round(
            List.of(probe),
            List.of(),
            FOR_EVER,
            work -> {
              throw new OutOfMemoryError("unable to create native thread");
            });

    assertThrows(OutOfMemoryError.class, () -> round.read(FOR_EVER));

    assertEquals(List.of(probe), round.notBegun());
    probe.wasNotRead();
    assertTrue(probe.ask(FOR_EVER), "free to be read again");
  }
}
