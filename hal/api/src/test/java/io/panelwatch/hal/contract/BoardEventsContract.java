package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.SensorFamily;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every set of {@link BoardEvents} does. */
@Timeout(60)
public abstract class BoardEventsContract {

  private final LinkedBlockingQueue<SensorFamily> told = new LinkedBlockingQueue<>();
  private BoardEvents events;

  /** The events under test. */
  protected abstract BoardEvents open() throws Exception;

  /**
   * Changes something of the board that it speaks up for.
   *
   * @return the family that has to be told
   */
  protected abstract SensorFamily change() throws Exception;

  @BeforeEach
  protected void openEvents() throws Exception {
    events = open();
  }

  @Test
  protected void changeIsToldWithItsFamily() throws Exception {
    try (var listening = events.listen(told::add)) {
      assertEquals(List.of(), listening.refused());
      awaitTold(change());
    }
  }

  @Test
  protected void everyListenerIsTold() throws Exception {
    var others = new LinkedBlockingQueue<SensorFamily>();
    try (var _ = events.listen(told::add);
        var _ = events.listen(others::add)) {
      SensorFamily family = change();

      awaitTold(family);
      assertEquals(family, others.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  protected void listenerThatThrowsHearsTheNextChangeAllTheSame() throws Exception {
    var heardTwice = new CountDownLatch(2);
    try (var _ =
        events.listen(
            family -> {
              heardTwice.countDown();
              told.add(family);
              throw new IllegalStateException("a listener's own mistake");
            })) {
      awaitTold(change());
      change();

      assertTrue(heardTwice.await(20, TimeUnit.SECONDS));
    }
  }

  @Test
  protected void nothingIsToldOnceClosedAndClosingAgainIsHarmless() throws Exception {
    var listening = events.listen(told::add);
    awaitTold(change());
    listening.close();
    told.clear();

    change();
    listening.close();

    assertEquals(List.of(), List.copyOf(told));
  }

  private void awaitTold(SensorFamily family) throws InterruptedException {
    SensorFamily next = told.poll(20, TimeUnit.SECONDS);
    while (next != null && next != family) {
      next = told.poll(20, TimeUnit.SECONDS);
    }
    assertEquals(family, next);
  }
}
