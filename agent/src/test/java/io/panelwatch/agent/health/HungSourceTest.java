package io.panelwatch.agent.health;

import static io.panelwatch.agent.health.FanSources.AT_ONCE;
import static io.panelwatch.agent.health.FanSources.FOR_EVER;
import static io.panelwatch.agent.health.FanSources.fan;
import static io.panelwatch.agent.health.FanSources.rpm;
import static io.panelwatch.agent.health.FanSources.scan;
import static io.panelwatch.agent.health.FanSources.scanUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A source that hangs costs nobody but itself, and is heard when it answers after all. */
@Timeout(60)
final class HungSourceTest {

  @Test
  void sourceThatHangsDoesNotDelayTheOthers() throws Exception {
    var release = new CountDownLatch(1);
    var othersWereRead = new CountDownLatch(1);
    SensorSource hanging =
        ScriptedBoard.source(
            SensorFamily.RAILS,
            () -> {
              release.await();
              return List.of();
            });
    SensorSource healthy =
        ScriptedBoard.source(
            SensorFamily.FANS,
            () -> {
              othersWereRead.countDown();
              return List.of(fan(1200));
            });
    try (var scanner = new Scanner(new ScriptedBoard(hanging, healthy), FOR_EVER)) {
      var scan = CompletableFuture.supplyAsync(() -> scan(scanner));

      othersWereRead.await();
      assertFalse(scan.isDone(), "the bound is not over");
      release.countDown();

      assertEquals(Quality.GOOD, rpm(scan.get()).quality());
    }
  }

  @Test
  void sourceThatHangsKeepsItsOldValueAsStaleAndIsNotAskedAgain() throws Exception {
    var script = new FanSources.HangableFan();
    try (var scanner = new Scanner(new ScriptedBoard(script.source()), AT_ONCE)) {
      scanUntil(scanner, Quality.GOOD);
      int before = script.reads.get();
      script.hang();
      Scan stale = scanUntil(scanner, Quality.STALE);
      while (script.reads.get() == before) {
        scanner.scan(); // the bound may be over before the reading has begun
      }
      int asked = script.reads.get();

      for (int i = 0; i < 5; i++) {
        stale = scanner.scan();
      }

      assertEquals(OptionalDouble.of(1200), rpm(stale).value());
      assertEquals(asked, script.reads.get(), "not asked while it hangs");
      assertEquals(Outcome.HUNG, stale.sources().getFirst().outcome());
      assertFalse(stale.answered(SensorFamily.FANS));
    }
  }

  @Test
  void sourceThatAnswersAfterAllIsHeardAndAskedAgain() throws Exception {
    var script = new FanSources.HangableFan();
    try (var scanner = new Scanner(new ScriptedBoard(script.source()), AT_ONCE)) {
      scanUntil(scanner, Quality.GOOD);
      script.hang();
      scanUntil(scanner, Quality.STALE);
      int asked = script.reads.get();
      script.goOn();

      scanUntil(scanner, Quality.GOOD);
      scanner.scan();

      assertTrue(script.reads.get() > asked);
    }
  }

  @Test
  void scansOfASourceThatHangsDoNotPileUpReads() throws Exception {
    var script = new FanSources.HangableFan();
    try (var scanner = new Scanner(new ScriptedBoard(script.source()), AT_ONCE)) {
      scanUntil(scanner, Quality.GOOD);
      script.hang();
      scanUntil(scanner, Quality.STALE);
      int asked = script.reads.get();
      for (int i = 0; i < 50; i++) {
        scanner.scan();
      }
      script.goOn();

      int scans = 1;
      while (rpm(scanner.scan()).quality() != Quality.GOOD) {
        scans++;
      }

      assertTrue(script.reads.get() - asked <= scans, "one read a scan at most");
    }
  }

  @Test
  void sourceIsNeverReadTwiceAtATime() throws Exception {
    var inside = new AtomicInteger();
    var twice = new AtomicBoolean();
    var turns = new Semaphore(0);
    SensorSource slow =
        ScriptedBoard.source(
            SensorFamily.FANS,
            () -> {
              twice.compareAndSet(false, inside.incrementAndGet() > 1);
              turns.acquire();
              inside.decrementAndGet();
              return List.of();
            });
    try (var scanner = new Scanner(new ScriptedBoard(slow), AT_ONCE)) {
      for (int i = 0; i < 20; i++) {
        scanner.scan();
        turns.release(i % 3);
      }

      assertFalse(twice.get());
    }
  }
}
