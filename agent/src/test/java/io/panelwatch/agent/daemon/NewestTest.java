package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NewestTest {

  private final ManualClock clock = new ManualClock();
  private final Newest<String> newest = new Newest<>();

  @Test
  void newerValueReplacesTheOneThatNobodyTook() throws InterruptedException {
    newest.put("old");
    newest.put("new");

    assertEquals(Optional.of("new"), newest.take(clock, Long.MAX_VALUE));
  }

  @Test
  void takerWaitsForTheNextValueAndForTheEnd() throws Exception {
    CompletableFuture<Optional<String>> taken = takeElsewhere();
    newest.put("one");
    assertEquals(Optional.of("one"), taken.get(10, TimeUnit.SECONDS));

    taken = takeElsewhere();
    newest.end();
    assertEquals(Optional.empty(), taken.get(10, TimeUnit.SECONDS));
  }

  @Test
  void endIsNotReplacedByALateValue() throws InterruptedException {
    newest.end();
    newest.put("late");

    assertEquals(Optional.empty(), newest.take(clock, Long.MAX_VALUE));
  }

  @Test
  void takerWaitsNoLongerThanItSaid() throws Exception {
    assertEquals(Optional.empty(), newest.take(clock, 0));

    var taken = takeElsewhere(Duration.ofSeconds(3).toNanos());
    while (!taken.isDone()) {
      clock.advance(Duration.ofSeconds(1));
      Thread.onSpinWait();
    }

    assertEquals(Optional.empty(), taken.get());
    assertFalse(newest.ended());
  }

  @Test
  void somethingOfAReplacedValueIsKeptWhereThatIsWanted() throws InterruptedException {
    var all = new Newest<String>((waiting, newer) -> waiting + newer);
    all.put("a");
    all.put("b");

    assertEquals(Optional.of("ab"), all.take(clock, 0));
  }

  private CompletableFuture<Optional<String>> takeElsewhere() {
    return takeElsewhere(Long.MAX_VALUE);
  }

  private CompletableFuture<Optional<String>> takeElsewhere(long longestNanos) {
    var taken = new CompletableFuture<Optional<String>>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                taken.complete(newest.take(clock, longestNanos));
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    return taken;
  }
}
