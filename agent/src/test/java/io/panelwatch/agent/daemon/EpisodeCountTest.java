package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.store.StoreException;
import org.junit.jupiter.api.Test;

class EpisodeCountTest {

  private Occurrence stored = occurrence(5, 1);
  private boolean storeFails;

  private final EpisodeCount count =
      new EpisodeCount(
          (code, component) -> {
            if (storeFails) {
              throw new StoreException("the disk is gone");
            }
            return component.equals("fan1") ? stored : Occurrence.FIRST;
          });

  private static Occurrence occurrence(int total, int thisBoot) {
    return new Occurrence(total, thisBoot);
  }

  @Test
  void countGoesOnFromTheStoreForEachComponent() {
    assertEquals(occurrence(5, 1), count.next("FAN-201", "fan1"));
    assertEquals(occurrence(1, 1), count.next("FAN-201", "fan2"));
  }

  @Test
  void episodeThatTheStoreHasNotTakenYetIsCountedAllTheSame() {
    assertEquals(occurrence(5, 1), count.next("FAN-201", "fan1"));
    assertEquals(occurrence(6, 2), count.next("FAN-201", "fan1"));
    stored = occurrence(7, 3);
    assertEquals(occurrence(7, 3), count.next("FAN-201", "fan1"));
  }

  @Test
  void storeThatCannotBeReadStillGetsANumber() {
    assertEquals(occurrence(5, 1), count.next("FAN-201", "fan1"));
    storeFails = true;

    assertEquals(occurrence(6, 2), count.next("FAN-201", "fan1"));
    assertEquals(occurrence(1, 1), count.next("FAN-201", "fan2"));
  }
}
