package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.health.ScriptedBoard;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WatchTest {

  private final ManualClock clock = new ManualClock();
  private final AtomicInteger fansRead = new AtomicInteger();
  private final AtomicInteger railsRead = new AtomicInteger();
  private final AtomicReference<Consumer<SensorFamily>> ear = new AtomicReference<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final LinkedBlockingQueue<Scan> scans = new LinkedBlockingQueue<>();

  private final List<SensorSource> sources =
      List.of(counted(SensorFamily.FANS, fansRead), counted(SensorFamily.RAILS, railsRead));
  private final BoardEvents events =
      heard -> {
        ear.set(heard);
        return new BoardEvents.Listening(List.of(), () -> ended.set(true));
      };

  @Test
  void boardIsReadAtOnceAndThenOnceInAPeriod() throws Exception {
    try (var _ = new Watch(clock, sources, events, scans::add, () -> {}, () -> {})) {
      nextScan();
      clock.advance(Watch.PERIOD);
      nextScan();

      assertEquals(2, fansRead.get());
      assertEquals(2, railsRead.get());
    }
  }

  @Test
  void familyThatTheBoardSpeaksOfIsReadAtOnceAndAlone() throws Exception {
    try (var _ = new Watch(clock, sources, events, scans::add, () -> {}, () -> {})) {
      nextScan();

      ear.get().accept(SensorFamily.FANS);
      clock.advance(Agenda.JOIN);
      Scan early = nextScan();

      assertEquals(2, fansRead.get());
      assertEquals(1, railsRead.get());
      assertEquals(
          Agenda.JOIN,
          Duration.ofNanos(early.sources().getLast().ageNanos(early.monotonicNanos())));
    }
  }

  @Test
  void whatTheBoardSpeaksOfDoesNotWaitForASourceThatTakesItsTime() throws Exception {
    var slow = new CountDownLatch(1);
    SensorSource rails =
        ScriptedBoard.source(
            SensorFamily.RAILS,
            () -> {
              if (railsRead.incrementAndGet() == 2) {
                slow.await();
              }
              return List.of();
            });
    try (var _ =
        new Watch(
            clock, List.of(sources.getFirst(), rails), events, scans::add, () -> {}, () -> {})) {
      nextScan();
      clock.advance(Watch.PERIOD);
      Eventually.holds("the rails take their time", () -> railsRead.get() == 2);

      ear.get().accept(SensorFamily.FANS);
      Scan cut = nextScan();
      clock.advance(Agenda.JOIN);
      nextScan();

      assertTrue(cut.answered(SensorFamily.RAILS), "left, and not given up after its bound");
      assertEquals(3, fansRead.get());
      slow.countDown();
    }
  }

  @Test
  void plugThatIsPulledWhileItsSlowSourceIsBeingReadIsReadAgain() throws Exception {
    var suppliesRead = new AtomicInteger();
    try (var _ =
        new Watch(
            clock,
            sourcesOfAPlug(suppliesRead, () -> {}),
            events,
            scans::add,
            () -> {},
            () -> {})) {
      pullThePlugWhileItIsBeingRead(suppliesRead);

      clock.advance(Agenda.JOIN);
      Eventually.holds("it is read once more", () -> suppliesRead.get() == 3);
    }
  }

  @Test
  void scanIsJudgedThoughWhatWasReadTooEarlyCannotBeReadAnew() throws Exception {
    var shortOfMemory = new AtomicBoolean();
    var noTimers =
        new ForwardedClock(clock) {
          @Override
          public Timer schedule(Duration delay, Runnable task) {
            if (shortOfMemory.get()) {
              throw new OutOfMemoryError("unable to create native thread");
            }
            return super.schedule(delay, task);
          }
        };
    var suppliesRead = new AtomicInteger();
    List<SensorSource> plug = sourcesOfAPlug(suppliesRead, () -> shortOfMemory.set(true));
    try (var watch = new Watch(noTimers, plug, events, scans::add, () -> {}, () -> {})) {
      pullThePlugWhileItIsBeingRead(suppliesRead);

      Eventually.holds("all three are judged", () -> watch.scansEnded() == 3);
    }
  }

  /** The second read of the supplies takes until the fans have been read for the third time. */
  private List<SensorSource> sourcesOfAPlug(AtomicInteger suppliesRead, Runnable atItsEnd) {
    var slow = new CountDownLatch(1);
    return List.of(
        ScriptedBoard.source(
            SensorFamily.POWER_SUPPLIES,
            () -> {
              if (suppliesRead.incrementAndGet() == 2) {
                slow.await();
              }
              return List.of();
            }),
        ScriptedBoard.source(
            SensorFamily.FANS,
            () -> {
              if (fansRead.incrementAndGet() == 3) {
                atItsEnd.run();
                slow.countDown();
              }
              return List.of();
            }));
  }

  /** Ends with the scan that holds what the supplies said of the time before. */
  private void pullThePlugWhileItIsBeingRead(AtomicInteger suppliesRead)
      throws InterruptedException {
    nextScan();
    clock.advance(Watch.PERIOD);
    Eventually.holds("the mains was read already", () -> suppliesRead.get() == 2);

    clock.advance(Duration.ofMillis(1));
    ear.get().accept(SensorFamily.POWER_SUPPLIES);
    ear.get().accept(SensorFamily.FANS);
    nextScan();
    clock.advance(Agenda.JOIN);
    nextScan();
  }

  @Test
  void watchThatCannotTellWhatIsDueAsksAgainAfterAPause() throws Exception {
    long begun = clock.monotonicNanos();
    var refusals = new AtomicInteger();
    var shortOfMemory =
        new ForwardedClock(clock) {
          @Override
          public Timer schedule(Duration delay, Runnable task) {
            if (refusals.incrementAndGet() <= 2) {
              throw new OutOfMemoryError("unable to create native thread");
            }
            return super.schedule(delay, task);
          }
        };
    try (var _ = new Watch(shortOfMemory, sources, events, scans::add, () -> {}, () -> {})) {
      Scan scan = nextScan();

      assertEquals(Watch.PAUSE.multipliedBy(2).toNanos(), scan.monotonicNanos() - begun);
    }
  }

  /** A clock that another one drives. */
  private static class ForwardedClock implements BoardClock {
    private final BoardClock real;

    ForwardedClock(BoardClock real) {
      this.real = real;
    }

    @Override
    public Instant wall() {
      return real.wall();
    }

    @Override
    public long monotonicNanos() {
      return real.monotonicNanos();
    }

    @Override
    public boolean wallTrusted() {
      return real.wallTrusted();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      real.sleep(duration);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
      return real.schedule(delay, task);
    }
  }

  @Test
  void scanThatCannotBeJudgedIsNotTheLastOne() throws Exception {
    Consumer<Scan> mistaken =
        scan -> {
          scans.add(scan);
          throw new IllegalStateException("a mistake");
        };
    try (var _ = new Watch(clock, sources, events, mistaken, () -> {}, () -> {})) {
      nextScan();
      clock.advance(Watch.PERIOD);
      nextScan();
    }
  }

  @Test
  void errorOfTheMachineIsNotTheEndOfTheWatch() throws Exception {
    Consumer<Scan> broken =
        scan -> {
          scans.add(scan);
          throw new OutOfMemoryError("unable to create native thread");
        };
    try (var watch = new Watch(clock, sources, events, broken, () -> {}, () -> {})) {
      nextScan();
      clock.advance(Watch.PERIOD);
      nextScan();

      assertEquals(0, watch.scansEnded(), "none was judged");
    }
  }

  /** The store may be slow, and two threads must not keep something at a time. */
  @Test
  void whatIsDoneLastIsDoneOnTheThreadOfTheWatchOnceNothingIsStoredAnyMore() throws Exception {
    var stored = new CountDownLatch(1);
    var stillStoring = new AtomicBoolean(true);
    var last = new CompletableFuture<String>();
    var watch =
        new Watch(
            clock,
            sources,
            events,
            scan -> {
              scans.add(scan);
              waitFor(stored);
              stillStoring.set(false);
            },
            () -> {},
            () -> last.complete(stillStoring + " on " + Thread.currentThread().getName()));
    nextScan();

    watch.close();
    stored.countDown();

    assertEquals("false on watch", last.get(5, TimeUnit.SECONDS));
  }

  /** As a commit does: nothing can hurry a slow card. */
  private static void waitFor(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void boardThatCannotBeListenedToIsReadAllTheSame() throws Exception {
    BoardEvents deaf =
        heard -> {
          throw new IllegalStateException("no ears");
        };
    try (var watch = new Watch(clock, sources, deaf, scans::add, () -> {}, () -> {})) {
      nextScan();
      clock.advance(Watch.PERIOD);
      nextScan();

      Eventually.holds("both are counted", () -> watch.scansEnded() == 2);
    }
  }

  @Test
  void watchThatIsWokenDoesWhatIsBetweenScansAndScansNothingEarly() throws Exception {
    var between = new LinkedBlockingQueue<Integer>();
    try (var watch =
        new Watch(
            clock, sources, events, scans::add, () -> between.add(fansRead.get()), () -> {})) {
      assertEquals(1, between.poll(20, TimeUnit.SECONDS), "after the first scan");
      watch.wake();

      assertEquals(1, between.poll(20, TimeUnit.SECONDS), "and again, with no further one");
      assertEquals(1, watch.scansEnded());
    }
  }

  @Test
  void whatGoesWrongBetweenScansIsNotTheEndOfTheWatch() throws Exception {
    Runnable broken =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    try (var _ = new Watch(clock, sources, events, scans::add, broken, () -> {})) {
      nextScan();
      clock.advance(Watch.PERIOD);
      nextScan();
    }
  }

  @Test
  void watchThatEndsListensNoLonger() throws Exception {
    var watch = new Watch(clock, sources, events, scans::add, () -> {}, () -> {});
    nextScan();

    watch.close();

    assertTrue(ended.get());
  }

  private Scan nextScan() throws InterruptedException {
    Scan scan = scans.poll(20, TimeUnit.SECONDS);
    assertNotNull(scan, "a scan");
    return scan;
  }

  private static SensorSource counted(SensorFamily family, AtomicInteger reads) {
    return ScriptedBoard.source(
        family,
        () -> {
          reads.incrementAndGet();
          return List.of();
        });
  }
}
