package io.panelwatch.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ScannerTest {

  /** Longer than any test lives: what waits for it hangs. */
  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  @Test
  void scanHoldsEverySourcesReadingsInTheBoardsOrder() throws Exception {
    var board = new ScriptedBoard(rails(5000), fans(1200));
    try (var scanner = new Scanner(board, FOR_EVER)) {
      Scan scan = scanner.scan();

      assertEquals(
          List.of("rail", "fan1"),
          scan.readings().stream().map(Reading::component).distinct().toList());
      assertEquals(OptionalDouble.of(1200), rpm(scan).value());
      assertEquals(board.clock.wall(), scan.wall());
      assertEquals(board.clock.monotonicNanos(), scan.monotonicNanos());
      assertTrue(scan.answered(SensorFamily.FANS));
    }
  }

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
    var script = new Hangable();
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
    var script = new Hangable();
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
    var script = new Hangable();
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

  @Test
  void sourceThatFailsAsAWholeKeepsItsOldValuesAndTellsItsErrno() throws Exception {
    var broken = new AtomicBoolean();
    SensorSource source =
        ScriptedBoard.source(
            SensorFamily.FANS,
            () -> {
              if (broken.get()) {
                throw new DeviceException(19, "open", "/sys/class/hwmon", "no such device");
              }
              return List.of(fan(1200));
            });
    try (var scanner = new Scanner(new ScriptedBoard(source), FOR_EVER)) {
      long answered = scanner.scan().monotonicNanos();
      broken.set(true);
      Scan scan = scanner.scan();

      assertEquals(Quality.STALE, rpm(scan).quality());
      assertEquals(
          new SourceState(SensorFamily.FANS, Outcome.FAILED, 19, "/sys/class/hwmon", 0, answered),
          scan.sources().getFirst());
      broken.set(false);
      assertEquals(Quality.GOOD, rpm(scanner.scan()).quality());
    }
  }

  @Test
  void bindingThatThrowsCostsItsOwnReadingsOnly() throws Exception {
    SensorSource mistaken =
        ScriptedBoard.source(
            SensorFamily.RAILS,
            () -> {
              throw new IllegalStateException("a mistake");
            });
    try (var scanner = new Scanner(new ScriptedBoard(mistaken, fans(1200)), FOR_EVER)) {
      Scan scan = scanner.scan();

      assertEquals(Quality.GOOD, rpm(scan).quality());
      assertEquals(Outcome.FAILED, scan.sources().getFirst().outcome());
    }
  }

  @Test
  void bindingWhoseClassesAreMissingCostsItsOwnReadingsOnlyScanAfterScan() throws Exception {
    SensorSource broken =
        ScriptedBoard.source(
            SensorFamily.RAILS,
            () -> {
              throw new NoClassDefFoundError("a library that is not there");
            });
    try (var scanner = new Scanner(new ScriptedBoard(broken, fans(1200)), FOR_EVER)) {
      scanner.scan();
      Scan scan = scanner.scan();

      assertEquals(Quality.GOOD, rpm(scan).quality());
      assertEquals(Outcome.FAILED, scan.sources().getFirst().outcome());
    }
  }

  @Test
  void sourcesThatAnswerAreReadInTurnByOneThread() throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    SensorSource first = noting(SensorFamily.RAILS, threads);
    SensorSource second = noting(SensorFamily.FANS, threads);
    try (var scanner = new Scanner(new ScriptedBoard(first, second), FOR_EVER)) {
      scanner.scan();
    }

    assertEquals(2, threads.size());
    assertEquals(threads.get(0), threads.get(1));
  }

  private static SensorSource noting(SensorFamily family, List<String> threads) {
    return ScriptedBoard.source(
        family,
        () -> {
          threads.add(Thread.currentThread().getName());
          return List.of();
        });
  }

  @Test
  void deviceThatHangsIsLeftAndItsSourceIsReadInTheSameScan() throws Exception {
    var source = new OneDeviceHangs();
    try (var scanner = new Scanner(new ScriptedBoard(source), Duration.ofSeconds(20))) {
      Scan scan = scanner.scan();

      assertEquals(OptionalDouble.of(700), rpm(scan).value());
      assertEquals(Outcome.ANSWERED, scan.sources().getFirst().outcome());
      assertEquals(2, source.reads.get());
      assertTrue(source.longest.get().compareTo(Duration.ofSeconds(5)) <= 0);
    }
  }

  @Test
  void threadThatComesBackFromALeftDeviceHasNothingToSay() throws Exception {
    var source = new OneDeviceHangs();
    try (var scanner = new Scanner(new ScriptedBoard(source), Duration.ofSeconds(20))) {
      scanner.scan();
      source.release.countDown();
      source.cameBack.await();

      assertEquals(OptionalDouble.of(700), rpm(scanner.scan()).value());
    }
  }

  /** Of its two devices one hangs when it is first read, and is left out from then on. */
  private static final class OneDeviceHangs implements SensorSource {
    final AtomicInteger reads = new AtomicInteger();
    final AtomicReference<Duration> longest = new AtomicReference<>(Duration.ZERO);
    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch cameBack = new CountDownLatch(1);

    @Override
    public SensorFamily family() {
      return SensorFamily.FANS;
    }

    @Override
    public String lookedIn() {
      return "/hwmon";
    }

    @Override
    public List<Sample> read() {
      if (reads.incrementAndGet() == 1) {
        await(release);
        cameBack.countDown();
        throw new IllegalStateException("left alone");
      }
      return List.of(fan(700));
    }

    @Override
    public boolean leaveHungDevice(Duration longest) {
      this.longest.set(longest);
      return reads.get() == 1;
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void scanInAHurryLeavesWhatIsSlowToTheNextOne() throws Exception {
    var script = new Hangable();
    try (var scanner = new Scanner(new ScriptedBoard(script.source(), rails(5000)), FOR_EVER)) {
      scanner.scan();
      int before = script.reads.get();
      script.hang();

      var scan = CompletableFuture.supplyAsync(() -> scan(scanner));
      while (script.reads.get() == before) {
        Thread.onSpinWait();
      }
      scanner.hurry();
      Scan left = scan.get();

      assertEquals(Quality.GOOD, rpm(left).quality(), "as it was read before");
      assertTrue(left.answered(SensorFamily.FANS), "late is not hung");
      assertTrue(left.answered(SensorFamily.RAILS), "the others were read");

      var next = CompletableFuture.supplyAsync(() -> scan(scanner));
      script.goOn();
      next.get();
      assertEquals(before + 1, script.reads.get(), "its late answer was waited for and taken");
    }
  }

  @Test
  void scanThatBeginsWhileSomethingElseWaitsIsInAHurryFromItsBeginning() throws Exception {
    var script = new Hangable();
    try (var scanner = new Scanner(new ScriptedBoard(script.source(), rails(5000)), FOR_EVER)) {
      scanner.scan();
      script.hang();

      Scan left = scanner.scan(EnumSet.allOf(SensorFamily.class), () -> true);

      assertEquals(Quality.GOOD, rpm(left).quality(), "as it was read before");
      script.goOn();
    }
  }

  @Test
  void hurryIsOfTheScanUnderWayAndOfNoOther() throws Exception {
    var script = new Hangable();
    try (var scanner = new Scanner(new ScriptedBoard(script.source()), FOR_EVER)) {
      scanner.hurry();
      int before = script.reads.get();
      script.hang();
      var scan = CompletableFuture.supplyAsync(() -> scan(scanner));
      while (script.reads.get() == before) {
        Thread.onSpinWait();
      }

      assertFalse(scan.isDone());
      script.goOn();
      assertTrue(scan.get().answered(SensorFamily.FANS));
    }
  }

  @Test
  void sourceThatWasNotEvenBegunDoesNotHang() {
    var board = new ScriptedBoard(fans(1200));
    var probe = new Probe(board.sources().getFirst(), board.clock);

    probe.ask(FOR_EVER);
    probe.wasNotRead();
    assertEquals(Outcome.NOT_READ, probe.state().outcome());
    assertFalse(probe.state().answered(), "nothing is known of what is there");

    probe.ask(FOR_EVER);
    probe.read();
    probe.take();
    probe.ask(FOR_EVER);
    probe.wasNotRead();
    assertEquals(Outcome.ANSWERED, probe.state().outcome());
    assertEquals(Quality.STALE, probe.readings().getFirst().quality());
  }

  @Test
  void sourceThatIsLeftInScanAfterScanHangsOnceItsTimeIsOver() {
    var board = new ScriptedBoard(fans(1200));
    var probe = new Probe(board.sources().getFirst(), board.clock);
    probe.ask(FOR_EVER);

    probe.leave(Duration.ofMillis(400), Duration.ofSeconds(1));
    board.clock.advance(Duration.ofDays(1)); // a board's clock may run fast; hardware does not
    probe.ask(FOR_EVER);
    probe.leave(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertTrue(probe.isAwaited());
    probe.ask(FOR_EVER);
    probe.leave(Duration.ofMillis(100), Duration.ofSeconds(1));

    assertEquals(Outcome.HUNG, probe.state().outcome());
  }

  @Test
  void sourceForWhichThereIsNoThreadIsFreeToBeReadAgain() throws Exception {
    var board = new ScriptedBoard(fans(1200));
    var probe = new Probe(board.sources().getFirst(), board.clock);
    assertTrue(probe.ask(FOR_EVER));
    var round =
        new Round(
            List.of(probe),
            List.of(),
            FOR_EVER,
            work -> {
              throw new OutOfMemoryError("unable to create native thread");
            });

    assertThrows(OutOfMemoryError.class, () -> round.read(FOR_EVER));

    assertEquals(List.of(probe), round.notBegun());
    probe.wasNotRead();
    assertTrue(probe.ask(FOR_EVER), "free to be read again");
  }

  @Test
  void familyThatIsNotAskedKeepsWhatItToldAndWhenItToldIt() throws Exception {
    var reads = new AtomicInteger();
    SensorSource counted =
        ScriptedBoard.source(
            SensorFamily.FANS,
            () -> {
              reads.incrementAndGet();
              return List.of(fan(1200));
            });
    var board = new ScriptedBoard(counted, rails(5000));
    try (var scanner = new Scanner(board, FOR_EVER)) {
      long first = scanner.scan().monotonicNanos();
      board.clock.advance(Duration.ofSeconds(1));

      Scan scan = scanner.scan(Set.of(SensorFamily.RAILS), () -> false);

      assertEquals(1, reads.get());
      assertEquals(Quality.GOOD, rpm(scan).quality());
      assertTrue(scan.answered(SensorFamily.FANS));
      assertEquals(first, scan.sources().getFirst().readNanos());
      assertEquals(
          Duration.ofSeconds(1).toNanos(),
          scan.sources().getFirst().ageNanos(scan.monotonicNanos()));
      assertEquals(scan.monotonicNanos(), scan.sources().getLast().readNanos());
    }
  }

  @Test
  void sourceTellsHowLongItsAnswerTook() throws Exception {
    var clock = new ManualClock();
    SensorSource slow =
        ScriptedBoard.source(
            SensorFamily.FANS,
            () -> {
              clock.advance(Duration.ofMillis(30));
              return List.of(fan(1200));
            });
    try (var scanner = new Scanner(clock, List.of(slow), FOR_EVER)) {
      Scan scan = scanner.scan();

      assertEquals(Duration.ofMillis(30).toNanos(), scan.sources().getFirst().tookNanos());
      assertEquals(scan.monotonicNanos(), scan.sources().getFirst().readNanos());
    }
  }

  /** A source that can be made to hang. */
  private static final class Hangable {
    final AtomicInteger reads = new AtomicInteger();
    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);

    SensorSource source() {
      return ScriptedBoard.source(
          SensorFamily.FANS,
          () -> {
            reads.incrementAndGet();
            gate.acquire();
            return List.of(fan(1200));
          });
    }

    void hang() {
      gate.drainPermits();
    }

    void goOn() {
      gate.release(Integer.MAX_VALUE / 2);
    }
  }

  private static Scan scanUntil(Scanner scanner, Quality quality) throws InterruptedException {
    Scan scan = scanner.scan();
    while (scan.readings().isEmpty() || rpm(scan).quality() != quality) {
      scan = scanner.scan();
    }
    return scan;
  }

  private static Scan scan(Scanner scanner) {
    try {
      return scanner.scan();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Reading rpm(Scan scan) {
    return scan.components(SensorFamily.FANS).getFirst().reading(Quantity.FAN_RPM).orElseThrow();
  }

  private static SensorSource fans(double rpm) {
    return ScriptedBoard.source(SensorFamily.FANS, () -> List.of(fan(rpm)));
  }

  private static Sample fan(double rpm) {
    Measured none = Measured.absent();
    return new Sample.Fan(
        "fan1", "/hwmon", Measured.of(rpm), none, none, none, none, none, none, "");
  }

  private static SensorSource rails(double milliVolts) {
    Measured none = Measured.absent();
    return ScriptedBoard.source(
        SensorFamily.RAILS,
        () ->
            List.of(
                new Sample.Rail(
                    "rail", "/hwmon", Measured.of(milliVolts), none, none, none, "", none, none)));
  }
}
