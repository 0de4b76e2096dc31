package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.Panel;
import io.panelwatch.display.PanelState;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.profile.Transport;
import io.panelwatch.hal.DeviceException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No picture stays wrong when the link fails, stalls, or the panel loses its registers. */
final class LinkTroubleTest {

  private static final int MOST_CALLS = 60;
  private static final int UPDATES = 12;
  private static final LcdGlitch NO_FAILURE = new LcdGlitch.FailsEvery(0);
  private static final LcdGlitch NO_LOSS = new LcdGlitch.DropsEvery(0);

  /** The panels whose troubles differ. */
  enum Kind {
    SPI_WITH_MISO("ili9341", Transport.SPI4, LcdAnswers.AS_THEY_ARE),
    SPI_WITHOUT_MISO("ili9341", Transport.SPI4, LcdAnswers.NONE),
    I2C("ssd1306", Transport.I2C, LcdAnswers.NONE);

    private final String profile;
    private final Transport transport;
    private final LcdAnswers answers;

    Kind(String profile, Transport transport, LcdAnswers answers) {
      this.profile = profile;
      this.transport = transport;
      this.answers = answers;
    }

    PanelRig rig() {
      PanelRig rig = PanelRig.of(profile, Rotation.BY_0, transport);
      rig.suffer(new LcdGlitch.Answers(answers));
      return rig;
    }
  }

  @ParameterizedTest
  @EnumSource
  void linkThatFailsAtEveryNthCallLeavesNoWrongPictureAndHeals(Kind kind) throws Exception {
    for (int n = 1; n <= MOST_CALLS; n++) {
      try (PanelRig rig = kind.rig()) {
        var scribble = new Scribble(n);
        rig.suffer(new LcdGlitch.FailsEvery(n));
        for (int i = 0; i < UPDATES; i++) {
          scribble.on(rig.frame);
          requireRightOrToldAndLost(rig);
        }
        rig.suffer(NO_FAILURE);
        scribble.on(rig.frame);
        rig.show();
        rig.assertShown("after failures at every call number " + n);
        assertEquals(PanelState.ON, rig.panel.state());
        assertEquals(0, rig.panel.counters().errorsInARow());
        rig.assertNoViolation();
      }
    }
  }

  /** What was shown is right; what could not be was told, and its light is out. */
  private static void requireRightOrToldAndLost(PanelRig rig) throws InterruptedException {
    try {
      rig.show();
      rig.assertShown("although the call told nothing");
    } catch (DeviceException refused) {
      assertEquals(PanelState.LOST, rig.panel.state(), refused::getMessage);
      assertTrue(isDark(rig), "and nothing wrong is seen");
    }
  }

  private static boolean isDark(PanelRig rig) {
    return rig.lcd.counters().backlightPercent() == 0
        || Arrays.stream(rig.lcd.picture().rgb()).allMatch(rgb -> rgb == 0);
  }

  /**
   * A byte that is lost on the way is told by nobody: the controller has no sum over what it got,
   * and its readable registers are the same, whether it can be asked for them or not.
   */
  @ParameterizedTest
  @EnumSource
  void lostBytesAreUnnoticedAndGoneOnceThePictureIsScrubbed(Kind kind) throws Exception {
    int wrong = 0;
    for (int n = 1; n <= MOST_CALLS; n++) {
      try (PanelRig rig = kind.rig()) {
        var scribble = new Scribble(n);
        rig.show();
        rig.suffer(new LcdGlitch.DropsEvery(n));
        for (int i = 0; i < UPDATES; i++) {
          scribble.on(rig.frame);
          rig.show();
        }
        rig.suffer(NO_LOSS);
        wrong += rig.difference().isPresent() ? 1 : 0;
        scrubForItsTime(rig);
        rig.assertShown("after bytes lost of every call number " + n);
        rig.show();
        rig.assertShown("and at the next update");
        assertEquals(1, rig.panel.counters().initialisations(), "nobody saw it go dark");
        rig.assertNoViolation();
      }
    }
    assertTrue(wrong > MOST_CALLS / 4, wrong + " pictures were wrong: losing bytes does nothing");
  }

  /** As the screen's loop does with a picture that does not change. */
  private static void scrubForItsTime(PanelRig rig) throws Exception {
    long until = rig.clock.monotonicNanos() + Panel.SCRUBBED_WITHIN.toNanos();
    long rest = rig.panel.scrub();
    while (rig.clock.monotonicNanos() + rest <= until) {
      rig.clock.advance(Duration.ofNanos(rest));
      rig.panel.check();
      rest = rig.panel.scrub();
    }
  }

  @ParameterizedTest
  @EnumSource
  void scrubbingKeepsTheLinkForAnEighthOfAPictureAtMost(Kind kind) throws Exception {
    try (PanelRig rig = kind.rig()) {
      rig.show();
      long whole = rig.panel.counters().longestFlushNanos();
      for (int stripe = 0; stripe < 20; stripe++) {
        rig.clock.advance(Duration.ofNanos(rig.panel.scrub()));
        long began = rig.clock.monotonicNanos();
        rig.panel.scrub();
        long took = rig.clock.monotonicNanos() - began;
        assertTrue(took > 0 && took <= whole / 8 + 10 * PanelRig.TAU.toNanos(), took + " ns");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void stallsDelayThePictureAndDoNotChangeIt(Kind kind) throws Exception {
    try (PanelRig rig = kind.rig()) {
      var scribble = new Scribble(1);
      rig.show();
      rig.suffer(new LcdGlitch.Stalls(Duration.ofMillis(300)));
      for (int i = 0; i < UPDATES; i++) {
        scribble.on(rig.frame);
        rig.show();
        rig.assertShown("while the link stalls");
      }
      assertTrue(rig.panel.counters().longestFlushNanos() >= 300_000_000L);
      rig.assertNoViolation();
    }
  }

  @Test
  void controllerThatResetItselfIsFoundRepaintedWithinASecondAndCounted() throws Exception {
    try (PanelRig rig = Kind.SPI_WITH_MISO.rig()) {
      new Scribble(5).on(rig.frame);
      rig.show();
      rig.panel.check();
      assertEquals(0, rig.panel.counters().selfResets());

      rig.suffer(new LcdGlitch.ResetByItself());
      assertFalse(rig.lcd.counters().displayOn());
      long before = rig.clock.monotonicNanos();
      rig.panel.check();

      assertTrue(rig.clock.monotonicNanos() - before < 1_000_000_000L);
      rig.assertShown("after the check");
      assertEquals(1, rig.panel.counters().selfResets());
      rig.panel.check();
      assertEquals(1, rig.panel.counters().selfResets(), "it is well again");
      rig.assertNoViolation();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPI_WITH_MISO")
  void controllerThatCannotBeAskedIsRepairedByItsRenewal(Kind kind) throws Exception {
    try (PanelRig rig = kind.rig()) {
      new Scribble(5).on(rig.frame);
      rig.show();
      rig.suffer(new LcdGlitch.ResetByItself());

      rig.panel.check();
      assertFalse(rig.lcd.counters().displayOn(), "nobody can know");
      assertEquals(0, rig.panel.counters().selfResets());
      rig.panel.renew();

      rig.assertShown("after its renewal");
      rig.assertNoViolation();
    }
  }

  @Test
  void answersThatFallSilentAreToldAndThePictureIsKept() throws Exception {
    try (PanelRig rig = Kind.SPI_WITH_MISO.rig()) {
      new Scribble(5).on(rig.frame);
      rig.show();
      rig.panel.check();

      rig.suffer(new LcdGlitch.Answers(LcdAnswers.NONE));
      for (int check = 0; check < 10; check++) {
        rig.panel.check();
        rig.assertShown("although it is silent");
      }

      assertTrue(rig.panel.counters().silent());
      assertEquals(2, rig.panel.counters().initialisations(), "a reset was tried");
    }
  }

  @Test
  void panelThatAnswersWronglyIsInitialisedAndKeepsItsPicture() throws Exception {
    try (PanelRig rig = Kind.SPI_WITH_MISO.rig()) {
      new Scribble(5).on(rig.frame);
      rig.show();
      rig.panel.check();

      rig.suffer(new LcdGlitch.Answers(LcdAnswers.WRONG));
      rig.panel.check();

      assertEquals(2, rig.panel.counters().initialisations());
      rig.assertShown("although it answers wrongly");
    }
  }

  @Test
  void panelThatWasUnpluggedFromSpiIsFoundAgainByItsAnswers() throws Exception {
    try (PanelRig rig = Kind.SPI_WITH_MISO.rig()) {
      new Scribble(5).on(rig.frame);
      rig.show();
      rig.panel.check();

      rig.suffer(new LcdGlitch.Unplugged(true));
      assertTrue(isDark(rig));
      rig.panel.check();
      assertTrue(rig.panel.counters().silent());
      rig.suffer(new LcdGlitch.Unplugged(false));
      rig.panel.check();

      rig.assertShown("plugged in again");
      rig.assertNoViolation();
    }
  }

  @Test
  void panelThatWasUnpluggedFromI2cRefusesAndComesBackByItself() throws Exception {
    try (PanelRig rig = Kind.I2C.rig()) {
      var scribble = new Scribble(5);
      scribble.on(rig.frame);
      rig.show();

      rig.suffer(new LcdGlitch.Unplugged(true));
      rig.frame.fillRect(0, 0, 30, 30, (short) 0xFFFF);
      DeviceException refusal = assertThrows(DeviceException.class, rig::show);
      assertEquals(6, refusal.errno(), "ENXIO");
      assertEquals(PanelState.LOST, rig.panel.state());
      rig.suffer(new LcdGlitch.Unplugged(false));
      rig.show();

      rig.assertShown("plugged in again");
      rig.assertNoViolation();
    }
  }
}
