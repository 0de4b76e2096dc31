package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NewestTest {

  private final Newest<String> newest = new Newest<>();

  @Test
  void newerValueReplacesTheOneThatNobodyTook() throws InterruptedException {
    newest.put("old");
    newest.put("new");

    assertEquals(Optional.of("new"), newest.take());
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

    assertEquals(Optional.empty(), newest.take());
  }

  private CompletableFuture<Optional<String>> takeElsewhere() {
    var taken = new CompletableFuture<Optional<String>>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                taken.complete(newest.take());
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    return taken;
  }
}
