package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelDriver.Answer;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SensorSourceContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LcdSourceTest extends SensorSourceContract {

  private static final Duration LOOK = Watch.PERIOD;
  private static final Measured YES = Measured.of(true);
  private static final Measured NO = Measured.of(false);

  private final ManualClock clock = new ManualClock();
  private final ScriptedPanel driver = new ScriptedPanel();
  private final Panel panel = new Panel(driver, Optional.empty(), clock);
  private final AtomicLong turns = new AtomicLong();
  private final LcdSource source =
      new LcdSource("panel scripted", panel::counters, turns::get, clock);

  @Override
  protected SensorSource source() {
    return source;
  }

  @Override
  protected Optional<SensorSource> sourceWithoutChannels() {
    return Optional.of(new NoLcd());
  }

  @Override
  protected Optional<SensorSource> sourceWithAnUnreadableChannel() {
    refuse(5, "write");
    return Optional.of(source);
  }

  @Test
  void panelThatWasSentNothingIsNeitherThereNorAbsent() {
    assertEquals(Measured.absent(), read().present());
    assertEquals(Measured.absent(), read().write());
    assertEquals(Measured.absent(), read().errorsInARow());
    assertEquals(Measured.of(0), read().selfResets());
  }

  @Test
  void refusalsAreCountedAndTheLastOneIsNamedUntilAPictureIsOut() throws Exception {
    refuse(5, "ioctl SPI_IOC_MESSAGE");
    refuse(110, "ioctl SPI_IOC_MESSAGE");

    assertEquals(Measured.of(2), read().errorsInARow());
    assertEquals(new Measured.Failed(110, "ioctl SPI_IOC_MESSAGE", "/dev/there"), read().write());
    assertEquals(YES, read().present(), "what refuses is there");

    show();
    assertEquals(Measured.of(0), read().errorsInARow());
    assertEquals(Measured.of(2), read().linkErrors());
    assertEquals(YES, read().write());
  }

  @Test
  void deviceThatWentAwayOrCannotBeOpenedIsAbsent() throws Exception {
    for (int errno : new int[] {2, 6, 19, 108}) {
      refuse(errno, "write");
      assertEquals(NO, read().present(), "errno " + errno);
      show();
      assertEquals(YES, read().present());
    }
    refuse(13, "open");
    assertEquals(NO, read().present(), "a device that we may not open is none for us");
  }

  @Test
  void panelThatUsedToAnswerAndIsSilentIsAbsent() throws Exception {
    show();
    panel.check();
    driver.answer = Answer.NONE;
    panel.check();
    assertEquals(NO, read().present());

    driver.answer = Answer.AS_EXPECTED;
    panel.check();
    assertEquals(YES, read().present());
  }

  @Test
  void panelThatResetItselfIsCounted() throws Exception {
    show();
    panel.check();
    driver.answer = Answer.OTHERWISE;
    panel.check();

    assertEquals(Measured.of(1), read().selfResets());
    assertEquals(YES, read().write());
  }

  @Test
  void loopThatDoesNotTurnAgesFromLookToLook() {
    turns.incrementAndGet();
    assertEquals(Measured.of(0), read().refreshAgeSeconds());
    assertEquals(Measured.of(2), later(LOOK).refreshAgeSeconds());
    assertEquals(Measured.of(4), later(LOOK).refreshAgeSeconds());

    turns.incrementAndGet();
    assertEquals(Measured.of(0), later(LOOK).refreshAgeSeconds());
  }

  @Test
  void processThatWasHeldUpAsAWholeIsNoStuckLoop() {
    turns.incrementAndGet();
    later(LOOK);

    assertEquals(Measured.of(4), later(Duration.ofMinutes(3)).refreshAgeSeconds());
  }

  @Test
  void loopThatNeverTurnedIsGivenTimeToBegin() {
    Duration passed = Duration.ZERO;
    for (; passed.toMinutes() < 5; passed = passed.plus(LOOK)) {
      assertEquals(Measured.of(0), later(LOOK).refreshAgeSeconds());
    }
    assertEquals(Measured.of(2), later(LOOK).refreshAgeSeconds());
  }

  private Sample.Panel read() {
    return source.read().getFirst();
  }

  private Sample.Panel later(Duration duration) {
    clock.advance(duration);
    return read();
  }

  private void refuse(int errno, String call) {
    driver.refusal = Optional.of(new DeviceException(errno, call, "/dev/there", "refused"));
    assertThrows(DeviceException.class, this::show);
    driver.refusal = Optional.empty();
  }

  private void show() throws DeviceException, InterruptedException {
    panel.show(new Frame(ScriptedPanel.WIDTH, ScriptedPanel.HEIGHT));
  }
}
