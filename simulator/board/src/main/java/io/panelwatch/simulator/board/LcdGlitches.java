package io.panelwatch.simulator.board;

import io.panelwatch.hal.BoardClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that is wrong with the panel and its link at the moment. Thread-safe. */
final class LcdGlitches {

  /** EIO of errno(3). */
  private static final int IO_ERROR = 5;

  private final LcdModule module;
  private final LinkFault link;
  private int dropEvery;
  private int failEvery;
  private Duration stall = Duration.ZERO;
  private LcdAnswers answers = LcdAnswers.AS_THEY_ARE;

  /** Nothing is wrong with that module, whose stalls take the time of a clock. */
  LcdGlitches(LcdModule module, BoardClock clock) {
    this.module = module;
    this.link = new LinkFault(clock, Component.LCD.source(), module::misunderstand);
  }

  /** What every link to the module goes through. */
  LinkFault link() {
    return link;
  }

  synchronized void suffer(LcdGlitch glitch) {
    switch (glitch) {
      case LcdGlitch.ResetByItself() -> module.resetByItself();
      case LcdGlitch.DropsEvery(int n) -> {
        dropEvery = n;
        link.dropLastByteOfEvery(n);
      }
      case LcdGlitch.FailsEvery(int n) -> {
        failEvery = n;
        link.failEvery(n, IO_ERROR);
      }
      case LcdGlitch.Stalls(Duration duration) -> {
        stall = duration;
        link.stallEvery(duration.isZero() ? 0 : 1, duration);
      }
      case LcdGlitch.Answers(LcdAnswers heard) -> {
        answers = heard;
        link.answers(heard);
      }
      case LcdGlitch.Unplugged(boolean unplugged) -> module.plug(!unplugged);
      case LcdGlitch.Healed() -> heal();
    }
  }

  private void heal() {
    dropEvery = 0;
    failEvery = 0;
    stall = Duration.ZERO;
    answers = LcdAnswers.AS_THEY_ARE;
    link.heal();
    if (!module.plugged()) {
      module.plug(true);
    }
  }

  /** By the names under which the console sets them. */
  synchronized Map<String, Object> describe() {
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("dropEvery", dropEvery);
    wrong.put("failEvery", failEvery);
    wrong.put("stallMs", stall.toMillis());
    wrong.put("answers", answers != LcdAnswers.NONE);
    wrong.put("wrongAnswers", answers == LcdAnswers.WRONG);
    wrong.put("unplugged", !module.plugged());
    return wrong;
  }
}
