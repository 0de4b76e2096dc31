package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StocktakingTest {

  private final ManualClock clock = new ManualClock();
  private final AtomicInteger readings = new AtomicInteger();
  private final LinkedBlockingQueue<BoardInventory> taken = new LinkedBlockingQueue<>();

  @Test
  void stockIsTakenAtOnceAndOnceTheBoardHasSettledAndThenOnceInAPeriod() throws Exception {
    try (var _ = new Stocktaking(clock, this::board, taken::add)) {
      assertTaken(1);
      clock.advance(Stocktaking.SETTLE);
      assertTaken(2);
      clock.advance(Stocktaking.PERIOD);
      assertTaken(3);
    }
  }

  @Test
  void whileAReadingHangsOneMoreWaitsAndNoOthers() throws Exception {
    var goesOn = new CountDownLatch(1);
    try (var _ =
        new Stocktaking(
            clock,
            () -> {
              awaitQuietly(goesOn);
              return board();
            },
            taken::add)) {
      for (int i = 0; i < 100; i++) {
        clock.advance(Stocktaking.PERIOD);
      }
      goesOn.countDown();

      assertTaken(1);
      assertTaken(2);
      clock.advance(Stocktaking.PERIOD);
      assertTaken(3);
    }
    assertEquals(3, readings.get());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void boardThatSaysSomethingIsReadOnceItHasSettled() throws Exception {
    try (var stocktaking = new Stocktaking(clock, this::board, taken::add)) {
      assertTaken(1);

      stocktaking.heard();
      clock.advance(Stocktaking.SETTLE.minusNanos(1));
      stocktaking.heard();
      clock.advance(Stocktaking.SETTLE.minusNanos(1));
      assertEquals(1, readings.get(), "it goes on talking");
      clock.advance(Duration.ofNanos(1));

      assertTaken(2);
    }
  }

  @Test
  void boardThatCannotBeReadIsReadAgain() throws Exception {
    try (var _ =
        new Stocktaking(
            clock,
            () -> {
              if (readings.get() == 0) {
                readings.incrementAndGet();
                throw new IllegalStateException("a mistake");
              }
              return board();
            },
            taken::add)) {
      Eventually.holds("the first reading has failed", () -> readings.get() == 1);
      clock.advance(Stocktaking.PERIOD);
      assertTaken(2);
    }
  }

  @Test
  void nothingIsReadAfterTheEnd() throws Exception {
    var stocktaking = new Stocktaking(clock, this::board, taken::add);
    assertTaken(1);

    stocktaking.close();
    stocktaking.heard();
    clock.advance(Stocktaking.PERIOD);

    assertEquals(1, readings.get());
  }

  private BoardInventory board() {
    int number = readings.incrementAndGet();
    return new BoardInventory(
        List.of(), List.of(), List.of(), List.of(new Software("reading", "" + number)));
  }

  private void assertTaken(int reading) throws InterruptedException {
    BoardInventory next = taken.poll(20, TimeUnit.SECONDS);
    assertNotNull(next, "an inventory");
    assertEquals("" + reading, next.software().getFirst().version());
  }
}
