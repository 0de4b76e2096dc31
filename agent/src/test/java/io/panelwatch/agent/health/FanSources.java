package io.panelwatch.agent.health;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sources for scans: a fan and a rail that always answer, and a fan that hangs when it is told to.
 */
final class FanSources {

  /** Longer than any test lives: what waits for it hangs. */
  static final Duration FOR_EVER = Duration.ofMinutes(10);

  static final Duration AT_ONCE = Duration.ofMillis(1);

  private FanSources() {}

  static SensorSource fans(double rpm) {
    return ScriptedBoard.source(SensorFamily.FANS, () -> List.of(fan(rpm)));
  }

  static Sample fan(double rpm) {
    Measured none = Measured.absent();
    return new Sample.Fan(
        "fan1", "/hwmon", Measured.of(rpm), none, none, none, none, none, none, "");
  }

  static SensorSource rails(double milliVolts) {
    Measured none = Measured.absent();
    return ScriptedBoard.source(
        SensorFamily.RAILS,
        () ->
            List.of(
                new Sample.Rail(
                    "rail", "/hwmon", Measured.of(milliVolts), none, none, none, "", none, none)));
  }

  /** A fan that can be made to hang. */
  static final class HangableFan {
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

  static Scan scan(Scanner scanner) {
    try {
      return scanner.scan();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static Scan scanUntil(Scanner scanner, Quality quality) throws InterruptedException {
    Scan scan = scanner.scan();
    while (scan.readings().isEmpty() || rpm(scan).quality() != quality) {
      scan = scanner.scan();
    }
    return scan;
  }

  static Reading rpm(Scan scan) {
    return scan.components(SensorFamily.FANS).getFirst().reading(Quantity.FAN_RPM).orElseThrow();
  }
}
