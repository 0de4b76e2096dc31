package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks is a thread of its own, or served by the bell; the test's thread is the watch. */
@Timeout(60)
class DeskTest {

  private static final Action SEEN = new Action.Acknowledge("f-1", Actor.AGENT);
  private static final ActionAnswer DONE = new ActionAnswer.Done(2, true);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void whoAsksIsServedAtOnceByWhomTheBellWakes() throws Exception {
    var desk = new Desk(LONG);
    var served = new AtomicReference<Action>();
    desk.onArrival(
        () ->
            desk.serve(
                action -> {
                  served.set(action);
                  return DONE;
                }));

    assertEquals(DONE, desk.ask(SEEN));
    assertEquals(SEEN, served.get());
  }

  @Test
  void whatNobodyBeganInTimeIsWithdrawnAndNeverDone() throws Exception {
    var desk = new Desk(Duration.ZERO);

    assertEquals(new ActionAnswer.Refused("busy"), desk.ask(SEEN));
    var done = new AtomicBoolean();
    desk.serve(
        action -> {
          done.set(true);
          return DONE;
        });
    assertFalse(done.get(), "it was told that nothing was done");
  }

  @Test
  void whatWasBegunAndTakesTooLongIsNotKnownYet() throws Exception {
    var desk = new Desk(Duration.ofMillis(1));
    var begun = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    desk.onArrival(
        () -> {
          Thread.ofVirtual().start(() -> desk.serve(action -> hanging(begun, answered)));
          await(begun);
        });

    assertEquals(new ActionAnswer.Unknown(), desk.ask(SEEN));
    answered.countDown();
  }

  @Test
  void defectOfOneActionIsToldToItsAskerAndTheNextIsServed() throws Exception {
    var desk = new Desk(LONG);
    desk.onArrival(
        () ->
            desk.serve(
                action -> {
                  throw new IllegalStateException("a mistake");
                }));
    assertThrows(IOException.class, () -> desk.ask(SEEN));

    desk.onArrival(() -> desk.serve(action -> DONE));
    assertEquals(DONE, desk.ask(SEEN));
  }

  @Test
  void whoWaitsWhenTheDaemonEndsIsToldAtOnceAndSoIsWhoComesLater() throws Exception {
    var desk = new Desk(LONG);
    var came = new CountDownLatch(1);
    desk.onArrival(came::countDown);
    var waiting = CompletableFuture.supplyAsync(() -> asked(desk));
    await(came);

    desk.close();

    assertEquals(new ActionAnswer.Refused("ending"), waiting.get());
    assertEquals(new ActionAnswer.Refused("ending"), desk.ask(SEEN));
  }

  private static ActionAnswer asked(Desk desk) {
    try {
      return desk.ask(SEEN);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ActionAnswer hanging(CountDownLatch begun, CountDownLatch until) {
    begun.countDown();
    await(until);
    return DONE;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
