package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.simulator.dispatch.ServiceQueue.Serving;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceQueueTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private final ServiceQueue opening = ServiceQueue.opening(NOW);

  @Test
  void theNextTicketIsCalledToTheNextCounter() {
    ServiceQueue next = opening.step(NOW.plus(ServiceQueue.STEP));
    assertEquals(List.of(new Serving("A002", "2"), new Serving("A001", "1")), next.serving());
    assertEquals(opening.rev() + 1, next.rev());
    assertEquals(NOW.plus(ServiceQueue.STEP), next.asOf());
  }

  @Test
  void aCounterServesOneTicketAtATimeAndTheQueueStaysInBounds() {
    ServiceQueue queue = opening;
    for (int i = 0; i < 3_000; i++) {
      queue = queue.step(NOW);
      assertTrue(queue.waiting() >= 0 && queue.waiting() < 20, queue.toString());
      assertEquals(
          queue.serving().size(),
          queue.serving().stream().map(Serving::counter).distinct().count());
      assertTrue(queue.serving().size() <= 3);
    }
  }

  @Test
  void aQueueSetByHandStandsForAMinuteAndThenMovesOnFromThere() {
    var called = List.of(new Serving("A042", "3"));
    ServiceQueue set = opening.set(called, 12, NOW);
    ServiceQueue fresh = set.step(NOW.plusSeconds(59));
    assertEquals(called, fresh.serving());
    assertEquals(12, fresh.waiting());
    assertEquals(16, fresh.etaMinutes());
    assertTrue(fresh.rev() > set.rev(), "a device drops what is not newer");

    assertEquals(new Serving("A043", "1"), fresh.step(NOW.plusSeconds(60)).serving().getFirst());
  }

  @Test
  void whatNoDisplayCouldShowIsRefusedWithASentence() {
    assertThrows(IllegalArgumentException.class, () -> new Serving("A 42", "3"));
    assertThrows(IllegalArgumentException.class, () -> new Serving("A042", ""));
    assertThrows(IllegalArgumentException.class, () -> opening.set(List.of(), -1, NOW));
    var nine = Collections.nCopies(9, new Serving("A1", "1"));
    var error = assertThrows(IllegalArgumentException.class, () -> opening.set(nine, 1, NOW));
    assertEquals("serving: expected at most 8 entries", error.getMessage());
  }
}
