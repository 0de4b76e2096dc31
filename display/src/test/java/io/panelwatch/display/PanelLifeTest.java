package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.frame.Damage;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.frame.Rect;
import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The drawn life of a panel, walked at random over a driver that refuses what does not fit it. */
class PanelLifeTest {

  private static final int STEPS = 60;
  private static final List<PanelDriver.Answer> ANSWERS = List.of(PanelDriver.Answer.values());

  private final ManualClock clock = new ManualClock();
  private final StrictDriver driver = new StrictDriver();
  private final Light light = new Light();
  private final Panel panel = new Panel(driver, Optional.of(light), clock);
  private final Frame frame = new Frame(StrictDriver.WIDTH, StrictDriver.HEIGHT);

  /** What was asked for last decides what the panel must be once a picture went out. */
  private PanelState wished = PanelState.ON;

  @Property(tries = 600, seed = "20261122")
  void whateverIsAskedInWhateverOrderTheLifeIsKept(@ForAll long seed) throws Exception {
    new PanelLifeTest().walk(new Random(seed)); // tries share one instance
  }

  private void walk(Random random) throws Exception {
    for (int step = 0; step < STEPS; step++) {
      try {
        ask(random);
      } catch (DeviceException refused) {
        assertTrue(
            panel.state() == PanelState.LOST || panel.state() == PanelState.OFF,
            () -> panel.state() + " after a refusal");
      }
      judge();
    }
    closeWhateverItSays();
    assertTrue(driver.closed && light.closed);
    assertEquals(PanelState.OFF, panel.state());
  }

  private void ask(Random random) throws Exception {
    switch (random.nextInt(13)) {
      case 0 -> panel.start();
      case 1 -> panel.brightness(1 + random.nextInt(100));
      case 2 -> {
        wished = wished == PanelState.ASLEEP ? wished : PanelState.DIMMED;
        panel.dim(1 + random.nextInt(100));
      }
      case 3 -> {
        wished = PanelState.ASLEEP;
        panel.sleep();
      }
      case 4, 5 -> {
        wished = PanelState.ON;
        panel.wake();
      }
      case 6 -> panel.off();
      case 7 -> checkWith(ANSWERS.get(random.nextInt(ANSWERS.size())));
      case 8 -> panel.renew();
      case 9 -> driver.failNext();
      case 10 -> {
        if (panel.state() != PanelState.LOST) { // whose rest is looked at below
          clock.advance(Panel.SCRUBBED_WITHIN.dividedBy(1 + random.nextInt(20)));
        }
        panel.scrub();
      }
      default -> show(random);
    }
  }

  private void checkWith(PanelDriver.Answer answer) throws Exception {
    driver.answer = answer;
    panel.check();
  }

  private void show(Random random) throws Exception {
    Scribble.on(frame, random);
    panel.show(frame);
    if (panel.state() != PanelState.OFF) {
      assertTrue(driver.memory.samePicture(frame), "the memory holds the picture");
      assertEquals(wished, panel.state());
    }
  }

  private void judge() {
    PanelState state = panel.state();
    boolean visible = state == PanelState.ON || state == PanelState.DIMMED;
    assertEquals(visible, light.percent > 0, "light in " + state);
    if (visible) {
      assertEquals(StrictDriver.Life.VISIBLE, driver.life);
      assertTrue(driver.known, "no one sees what nobody sent");
    }
    assertEquals(state == PanelState.LOST, panel.restNanos() > 0, "a lost panel is left alone");
  }

  private void closeWhateverItSays() {
    try {
      panel.close();
    } catch (DeviceException told) {
      assertFalse(told.getMessage().isBlank());
    }
  }

  @Test
  void panelThatResetItselfIsFoundAndRepaintedOnceItHasEverAnswered() throws Exception {
    frame.fill((short) 7);
    panel.show(frame);
    checkWith(PanelDriver.Answer.OTHERWISE);
    assertEquals(0, panel.counters().selfResets(), "MISO may not be what it is configured as");

    checkWith(PanelDriver.Answer.AS_EXPECTED);
    driver.memory.fill((short) 0);
    checkWith(PanelDriver.Answer.OTHERWISE);

    assertEquals(1, panel.counters().selfResets());
    assertEquals(2, panel.counters().initialisations());
    assertEquals(PanelState.ON, panel.state());
  }

  @Test
  void answersThatStayWrongAfterAnInitialisationAreNotBelieved() throws Exception {
    panel.show(frame);
    checkWith(PanelDriver.Answer.AS_EXPECTED);
    driver.initialisingHelps = false;
    for (int i = 0; i < 10; i++) {
      checkWith(PanelDriver.Answer.OTHERWISE);
    }
    assertEquals(2, panel.counters().initialisations(), "it does not blink for ever");
    assertEquals(0, panel.counters().selfResets());
    assertFalse(panel.answers(), "so it is renewed at night");
  }

  @Test
  void panelThatWasPluggedInAgainHasNotResetItself() throws Exception {
    panel.show(frame);
    checkWith(PanelDriver.Answer.AS_EXPECTED);
    driver.initialisingHelps = false;
    checkWith(PanelDriver.Answer.NONE);
    driver.initialisingHelps = true;
    checkWith(PanelDriver.Answer.OTHERWISE);
    assertEquals(3, panel.counters().initialisations(), "when it was pulled, and now");
    assertEquals(0, panel.counters().selfResets());
  }

  @Test
  void panelThatSleepsIsRenewedAndSleepsOn() throws Exception {
    panel.show(frame);
    panel.sleep();
    panel.renew();
    assertEquals(PanelState.ASLEEP, panel.state());
    assertEquals(2, panel.counters().initialisations());
    assertEquals(0, light.percent);
  }

  @Test
  void unchangedPictureIsSentAgainPartByPartAndEachWithinItsTime() throws Exception {
    panel.show(frame);
    long whole = panel.counters().bytes();
    long began = clock.monotonicNanos();
    int parts = 0;
    for (long rest = panel.scrub(); parts < 8; rest = panel.scrub()) {
      assertTrue(rest > 0);
      clock.advance(Duration.ofNanos(rest - 1));
      assertEquals(1, panel.scrub(), "not before it is due");
      clock.advance(Duration.ofNanos(1));
      parts++;
    }

    assertTrue(clock.monotonicNanos() - began <= Panel.SCRUBBED_WITHIN.toNanos());
    assertEquals(8 * 11 + whole - 11, panel.counters().scrubbedBytes());
    assertEquals(whole + panel.counters().scrubbedBytes(), panel.counters().bytes());
    assertEquals(1, panel.counters().frames(), "a part is no picture");
  }

  @Test
  void pictureThatNobodySeesIsNotSentAgain() throws Exception {
    assertEquals(Long.MAX_VALUE, panel.scrub(), "there is none");
    panel.show(frame);
    panel.sleep();
    clock.advance(Panel.SCRUBBED_WITHIN);
    assertEquals(Long.MAX_VALUE, panel.scrub());
    assertEquals(0, panel.counters().scrubbedBytes());

    panel.wake();
    panel.scrub();
    assertTrue(panel.counters().scrubbedBytes() > 0, "it has waited long enough");
  }

  @Test
  void panelThatRefusesItsLastWordsIsOffAllTheSame() throws Exception {
    panel.show(frame);
    driver.failNext();
    assertThrows(DeviceException.class, panel::off);
    assertEquals(PanelState.OFF, panel.state());
    panel.show(frame);
    assertEquals(PanelState.OFF, panel.state(), "and stays so");
  }

  @Test
  void panelThatHangsIsHelpedByAReset() throws Exception {
    panel.show(frame);
    checkWith(PanelDriver.Answer.NONE);
    assertEquals(1, panel.counters().initialisations(), "it never answered");

    checkWith(PanelDriver.Answer.AS_EXPECTED);
    checkWith(PanelDriver.Answer.NONE);

    assertEquals(2, panel.counters().initialisations());
    assertFalse(panel.counters().silent());
    assertTrue(panel.answers());
    assertEquals(0, panel.counters().selfResets(), "it did not reset itself");
  }

  @Test
  void panelThatStaysSilentIsToldSoAndTriedEverMoreRarely() throws Exception {
    panel.show(frame);
    checkWith(PanelDriver.Answer.AS_EXPECTED);
    driver.initialisingHelps = false;
    for (int minute = 0; minute < 60; minute++) {
      checkWith(PanelDriver.Answer.NONE);
      assertTrue(panel.counters().silent());
      assertEquals(PanelState.ON, panel.state(), "its picture may be right");
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(1 + 6, panel.counters().initialisations(), "after 0, 1, 3, 7, 15, 31 minutes");

    checkWith(PanelDriver.Answer.AS_EXPECTED);
    assertFalse(panel.counters().silent());
  }

  @Test
  void looseWireBlanksThePanelOnceAMinuteAtMost() throws Exception {
    panel.show(frame);
    driver.initialisingHelps = false;
    for (int second = 0; second < 59; second++) {
      checkWith(PanelDriver.Answer.AS_EXPECTED);
      checkWith(PanelDriver.Answer.NONE);
      clock.advance(Duration.ofSeconds(1));
    }
    assertEquals(2, panel.counters().initialisations());
  }

  @Test
  void lostPanelIsTriedEverMoreRarelyUntilItWorks() throws Exception {
    long last = 0;
    for (int failure = 1; failure <= 12; failure++) {
      driver.failNext();
      assertThrows(DeviceException.class, () -> panel.show(frame));
      assertEquals(failure, panel.counters().errorsInARow());
      assertTrue(panel.restNanos() >= last && panel.restNanos() <= 10_000_000_000L);
      last = panel.restNanos();
    }
    assertEquals(10_000_000_000L, last);

    panel.show(frame);

    assertEquals(0, panel.counters().errorsInARow());
    assertEquals(0, panel.restNanos());
  }

  @Test
  void lastRefusalIsToldUntilAPictureIsShownWhole() throws Exception {
    assertEquals(Optional.empty(), panel.counters().refusal());
    driver.failNext();
    var refused = assertThrows(DeviceException.class, () -> panel.show(frame));

    assertEquals(Optional.of(refused), panel.counters().refusal());

    panel.show(frame);
    assertEquals(Optional.empty(), panel.counters().refusal());
    assertEquals(1, panel.counters().linkErrors());
  }

  @Test
  void pictureThatIsOutBehindALightThatRefusesIsNotShown() throws Exception {
    for (int failure = 1; failure <= 3; failure++) {
      int before = failure - 1;
      light.refuses = () -> assertEquals(before, panel.counters().errorsInARow());
      assertThrows(DeviceException.class, () -> panel.show(frame));
    }
    assertEquals(3, panel.counters().errorsInARow());
  }

  @Test
  void panelWhoseLightCannotBePutOutIsDarkenedByItsDriverAfterAnError() throws Exception {
    panel.show(frame);
    driver.failNext();
    assertThrows(DeviceException.class, () -> panel.show(frame));
    assertFalse(driver.darkened, "its light is out");

    try (var unlit = new Panel(driver, Optional.empty(), clock)) {
      driver.failNext();
      assertThrows(DeviceException.class, () -> unlit.show(frame));
      assertTrue(driver.darkened, "it has none");
    }
  }

  @Test
  void theFlushLatencyCountsFromTheChangeOfTheValue() throws Exception {
    panel.show(frame);
    long changed = clock.monotonicNanos() - 3_000_000;

    frame.fillRect(new Rect(1, 1, 2, 2), (short) 9);
    panel.show(frame, Damage.whole(frame.width(), frame.height()), changed);

    assertEquals(3_000_000, panel.counters().lastLatencyNanos());
    assertEquals(0, panel.counters().lastFlushNanos());
  }

  @Test
  void dimIsNeverBrighterThanBright() throws Exception {
    panel.show(frame);
    panel.brightness(20);
    panel.dim(60);
    assertEquals(20, light.percent);
    panel.brightness(90);
    panel.dim(10);
    assertEquals(10, light.percent);
    panel.wake();
    assertEquals(90, light.percent);
  }

  private static final class Light implements Backlight {
    int percent;
    boolean closed;

    /** What is looked at before it refuses to go on; null while it works. */
    @Nullable Runnable refuses;

    @Override
    public void setPercent(int wanted) throws DeviceException {
      if (wanted > 0 && refuses != null) {
        refuses.run();
        throw new DeviceException(5, "write", "light", "it was told to fail");
      }
      percent = wanted;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
