package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.store.StoreException;
import org.junit.jupiter.api.Test;

class EpisodeCountTest {

  private int stored = 4;
  private boolean storeFails;

  private final EpisodeCount count =
      new EpisodeCount(
          (code, component) -> {
            if (storeFails) {
              throw new StoreException("the disk is gone");
            }
            return component.equals("fan1") ? stored : 0;
          });

  @Test
  void countGoesOnFromTheStoreForEachComponent() {
    assertEquals(5, count.next("FAN-201", "fan1"));
    assertEquals(1, count.next("FAN-201", "fan2"));
  }

  @Test
  void episodeThatTheStoreHasNotTakenYetIsCountedAllTheSame() {
    assertEquals(5, count.next("FAN-201", "fan1"));
    assertEquals(6, count.next("FAN-201", "fan1"));
    stored = 6;
    assertEquals(7, count.next("FAN-201", "fan1"));
  }

  @Test
  void storeThatCannotBeReadStillGetsANumber() {
    assertEquals(5, count.next("FAN-201", "fan1"));
    storeFails = true;

    assertEquals(6, count.next("FAN-201", "fan1"));
    assertEquals(1, count.next("FAN-201", "fan2"));
  }
}
