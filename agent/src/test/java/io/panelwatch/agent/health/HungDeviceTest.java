package io.panelwatch.agent.health;

import static io.panelwatch.agent.health.FanSources.fan;
import static io.panelwatch.agent.health.FanSources.rpm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.health.SourceState.Outcome;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that hangs costs its source nothing but that device. */
@Timeout(60)
final class HungDeviceTest {

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
}
