package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeldomTest {

  private final ManualClock clock = new ManualClock();
  private final AtomicInteger reads = new AtomicInteger();
  private boolean good = true;
  private final Seldom<Integer> disks = new Seldom<>(clock, Duration.ofMinutes(5), read -> good);

  private int read() {
    return disks.read("/sys/class/hwmon/hwmon0", reads::incrementAndGet);
  }

  @Test
  void diskIsAskedOnceInAPeriod() {
    read();
    clock.advance(Duration.ofSeconds(299));
    assertEquals(1, read());

    clock.advance(Duration.ofSeconds(1));
    assertEquals(2, read());
  }

  @Test
  void readingThatFailedIsTriedAgainAtOnce() {
    good = false;

    read();

    assertEquals(2, read());
  }

  @Test
  void otherDiskInTheSamePlaceIsAsked() {
    read();
    disks.forget();

    assertEquals(2, read());
  }
}
