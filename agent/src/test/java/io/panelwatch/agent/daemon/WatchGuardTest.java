package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.daemon.WatchGuard.Standstill;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WatchGuardTest {

  private static final Duration AT_ONCE = Duration.ofNanos(1);

  /** The one at the start, with which the others are compared, included. */
  private final AtomicInteger looks = new AtomicInteger();

  private final CompletableFuture<Standstill> stuck = new CompletableFuture<>();

  @Test
  void watchWithoutAScanForSoManyLooksIsStuck() throws Exception {
    try (var _ = guard(look -> false, look -> false)) {
      assertEquals(Standstill.OF_THE_WATCH, theStandstill());

      assertEquals(WatchGuard.LOOKS + 1, looks.get());
    }
  }

  @Test
  void watchThatScansSlowlyIsNotStuck() {
    try (var _ = guard(look -> look % WatchGuard.LOOKS == 0, look -> false)) {
      Eventually.holds("many looks", () -> looks.get() > 20 * WatchGuard.LOOKS);

      assertFalse(stuck.isDone());
    }
  }

  @Test
  void diskThatTakesMinutesForAWriteDoesNotEndTheProgramThatHasAFaultToStore() throws Exception {
    try (var _ = guard(look -> false, look -> true)) {
      assertEquals(Standstill.OF_THE_STORAGE, theStandstill());

      assertEquals(WatchGuard.LOOKS_WHILE_STORING + 1, looks.get());
    }
  }

  @Test
  void longWaitForTheStorageIsNotHeldAgainstTheRestOfItsScan() {
    int stored = WatchGuard.LOOKS_WHILE_STORING - 1;
    int turn = stored + WatchGuard.LOOKS;
    try (var _ = guard(look -> look % turn == 0, look -> look % turn <= stored)) {
      Eventually.holds("many turns", () -> looks.get() > 10 * turn);

      assertFalse(stuck.isDone());
    }
  }

  @Test
  void watchThatOnlyStoresNowAndThenIsStuck() throws Exception {
    try (var _ = guard(look -> false, look -> look % 2 == 0)) {
      assertEquals(Standstill.OF_THE_WATCH, theStandstill());

      assertTrue(looks.get() <= 2 * WatchGuard.LOOKS + 1, "after looks: " + looks);
    }
  }

  @Test
  void watchThatStoresWhatIsLeftAndFailsAtEveryScanIsStuck() throws Exception {
    var clock = new ManualClock();
    var storing = new Storing();
    var turns = new AtomicInteger();
    BoardEvents deaf = heard -> new BoardEvents.Listening(List.of(), () -> {});
    try (var watch =
            new Watch(
                clock,
                List.of(),
                deaf,
                scan -> {
                  storing.run(turns::incrementAndGet);
                  throw new OutOfMemoryError("Java heap space");
                },
                () -> {},
                () -> {});
        var _ =
            new WatchGuard(
                AT_ONCE,
                () -> {
                  aTurnLater(clock, turns);
                  return watch.scansEnded();
                },
                storing::underWay,
                stuck::complete)) {
      assertNotNull(theStandstill());
    }
  }

  private static void aTurnLater(ManualClock clock, AtomicInteger turns) {
    int before = turns.get();
    Eventually.holds(
        "one more turn of the watch",
        () -> {
          clock.advance(Watch.PERIOD);
          return turns.get() > before;
        });
  }

  /** A guard over a watch that does at each look what is said of it. */
  private WatchGuard guard(IntPredicate scanEnded, IntPredicate storing) {
    var ended = new AtomicInteger();
    return new WatchGuard(
        AT_ONCE,
        () -> scanEnded.test(looks.incrementAndGet()) ? ended.incrementAndGet() : ended.get(),
        () -> storing.test(looks.get() + 1),
        stuck::complete);
  }

  private Standstill theStandstill() throws Exception {
    return stuck.get(20, TimeUnit.SECONDS);
  }
}
