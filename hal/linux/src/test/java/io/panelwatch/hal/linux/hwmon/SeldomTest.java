package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeldomTest {

  private final ManualClock clock = new ManualClock();
  private final AtomicInteger reads = new AtomicInteger();
  private boolean quiet = true;
  private final Seldom<Integer> disks = new Seldom<>(clock, Duration.ofMinutes(5), read -> quiet);

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
  void readingThatAlarmsIsTakenAgainAtOnceAndOneThatDoesNotIsKept() {
    quiet = false;
    read();
    quiet = true;

    assertEquals(2, read());
    assertEquals(2, read());
  }

  @Test
  void diskThatGoesOnAlarmingIsBelievedAndLeftAlone() {
    quiet = false;
    for (int i = 1; i <= Seldom.ENOUGH; i++) {
      assertEquals(i, read());
    }

    assertEquals(Seldom.ENOUGH, read());
    clock.advance(Duration.ofMinutes(5));
    assertEquals(Seldom.ENOUGH + 1, read());
    assertEquals(Seldom.ENOUGH + 1, read());
  }

  @Test
  void otherDiskInTheSamePlaceIsAsked() {
    read();
    disks.forget();

    assertEquals(2, read());
  }
}
