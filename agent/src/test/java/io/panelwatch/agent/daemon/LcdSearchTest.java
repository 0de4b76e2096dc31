package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.Counters;
import io.panelwatch.display.FramebufferDriver;
import io.panelwatch.display.PanelLines;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.power.BrightnessSchedule;
import io.panelwatch.display.power.PowerPolicy;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Framebuffer;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.SimulatedBoard;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A framebuffer that hangs, fails or comes late while it is opened. */
@Timeout(60)
final class LcdSearchTest {

  private static final int ENOENT = 2;
  private static final Duration LONGER_THAN_ANY_START = Duration.ofMinutes(10);

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard kiosk = SimulatedBoard.create(clock, 1, "fbdev");
  private final CountDownLatch held = new CountDownLatch(1);
  private final AtomicInteger opens = new AtomicInteger();
  private final AtomicReference<Optional<Thread>> search = new AtomicReference<>(Optional.empty());

  @AfterEach
  void letGo() {
    held.countDown();
    kiosk.close();
  }

  @Test
  void openingThatHangsKeepsNobodyWaitingAndStandsStillForTheWatch() throws Exception {
    try (var lcd = lcd(this::hang)) {
      assertEquals(PanelState.PROBED, lcd.state());
      assertEquals(Counters.NONE, lcd.counters());
      var unopened = assertThrows(DeviceException.class, lcd::snapshot);
      assertTrue(unopened.getMessage().contains("not opened yet"), unopened.getMessage());

      assertEquals(Measured.of(0), read(lcd).refreshAgeSeconds());
      for (Duration t = Duration.ZERO; t.compareTo(LONGER_THAN_ANY_START) < 0; ) {
        clock.advance(Watch.PERIOD);
        t = t.plus(Watch.PERIOD);
        read(lcd);
      }
      Sample.Panel stuck = read(lcd);
      assertEquals(Measured.of(300), stuck.refreshAgeSeconds(), "beyond the first five minutes");
      assertEquals(Measured.absent(), stuck.present(), "nobody knows whether it is there");
    }
  }

  @Test
  void linkErrorsDoNotFallWhenTheLcdIsFound() throws Exception {
    try (var lcd = lcd(this::comeAtTheThirdLook)) {
      Eventually.holds("it is found", () -> opens.get() == 3 && lcd.counters().errorsInARow() == 0);

      assertEquals(2, lcd.counters().linkErrors());
    }
  }

  @Test
  void lcdThatIsFoundWhileTheSearchIsEndedIsPutToSleep() throws Exception {
    var lcd = lcd(this::comeWhenInterrupted);
    Eventually.holds("it is being opened", () -> opens.get() == 1);

    lcd.close();

    Eventually.holds("it sleeps", () -> lcd.state() == PanelState.OFF);
    assertEquals(0, kiosk.panel().counters().backlightPercent());
  }

  @Test
  void searchThatIsHeldUpInsideTheKernelEndsOnceItIsLetGo() throws Exception {
    var lcd = lcd(this::hang);
    Eventually.holds("it is being opened", () -> opens.get() == 1);

    lcd.close();
    held.countDown();

    Eventually.holds("the search is over", () -> !search.get().orElseThrow().isAlive());
    assertEquals(1, opens.get(), "and nobody looks again");
  }

  @Test
  void lightOfAnLcdThatNeverCameIsOutAtTheEnd() throws Exception {
    try (var firmware = kiosk.framebuffer().backlight()) {
      firmware.setPercent(80);
    }
    lcd(this::hang).close();

    assertEquals(0, kiosk.panel().counters().backlightPercent());
  }

  private static Sample.Panel read(Lcd lcd) throws DeviceException {
    return (Sample.Panel) lcd.source().read().getFirst();
  }

  /** As a driver in the kernel that does not come back: no interrupt ends that. */
  private Framebuffer hang() throws DeviceException {
    opened();
    boolean interrupted = false;
    while (held.getCount() > 0) {
      try {
        held.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throw missing();
  }

  private Framebuffer comeAtTheThirdLook() throws DeviceException {
    if (opened() < 3) {
      throw missing();
    }
    return kiosk.framebuffer().open();
  }

  private Framebuffer comeWhenInterrupted() throws DeviceException {
    opened();
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return kiosk.framebuffer().open();
  }

  private int opened() {
    search.set(Optional.of(Thread.currentThread()));
    return opens.incrementAndGet();
  }

  private static DeviceException missing() {
    return new DeviceException(
        ENOENT, "open", "/dev/fb0", "/dev/fb0 is not there: load its driver");
  }

  private Lcd lcd(FramebufferDriver.Opener opener) throws Exception {
    var port =
        new LcdPort(
            PanelProfile.load("fbdev"),
            Rotation.BY_0,
            new LcdWiring.Kernel(opener),
            PanelLines.NONE,
            Optional.of(kiosk.framebuffer().backlight()));
    var policy =
        new PowerPolicy(BrightnessSchedule.always(100), Optional.empty(), Optional.empty());
    return new Lcd(port, clock, policy, ZoneOffset.UTC);
  }
}
