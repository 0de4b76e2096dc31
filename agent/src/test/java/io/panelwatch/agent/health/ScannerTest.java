package io.panelwatch.agent.health;

import static io.panelwatch.agent.health.FanSources.FOR_EVER;
import static io.panelwatch.agent.health.FanSources.fan;
import static io.panelwatch.agent.health.FanSources.fans;
import static io.panelwatch.agent.health.FanSources.rails;
import static io.panelwatch.agent.health.FanSources.rpm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ScannerTest {

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
}
