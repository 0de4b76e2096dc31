package io.panelwatch.hal.linux;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.contract.BoardClockContract;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinuxClockTest extends BoardClockContract {

  private final LinuxClock clock = new LinuxClock();

  @Override
  protected BoardClock clock() {
    return clock;
  }

  @AfterEach
  void closeClock() {
    clock.close();
  }

  @Test
  void taskThatThrowsDoesNotStopTheNextOne() throws Exception {
    var told = new CountDownLatch(1);
    var ran = new CountDownLatch(1);
    clock.schedule(
        Duration.ZERO,
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.countDown());
          throw new IllegalStateException("a defect of the task");
        });
    clock.schedule(Duration.ofMillis(1), ran::countDown);

    assertTrue(told.await(30, TimeUnit.SECONDS), "the handler was told");
    assertTrue(ran.await(30, TimeUnit.SECONDS), "the next task ran");
  }

  @Test
  void tasksRunOnADaemonThread() throws Exception {
    var daemon = new CountDownLatch(1);
    clock.schedule(
        Duration.ZERO,
        () -> {
          if (Thread.currentThread().isDaemon()) {
            daemon.countDown();
          }
        });

    assertTrue(daemon.await(30, TimeUnit.SECONDS));
  }

  @Test
  void wallClockOfARecordingIsNotTrusted() {
    try (var recorded = new LinuxClock(false)) {
      assertFalse(recorded.wallTrusted());
    }
  }
}
