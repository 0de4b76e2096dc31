package io.panelwatch.display;

import io.panelwatch.display.PanelDriver.Answer;

/**
 * What a panel's answers over time mean.
 *
 * <p>An answer is believed only from a panel that has once answered as expected: a data line that
 * is not wired as configured says anything. And no longer than it makes sense: one that is still
 * wrong just after an initialisation comes from the line, not from the panel.
 */
final class Checkup {

  /** What is to be done. */
  enum Finding {
    /** Nothing: it is well, or cannot tell. */
    NOTHING,
    /** It reset itself. */
    RESET_ITSELF,
    /** It was silent and is back, as one that was just plugged in. */
    BACK,
    /** It used to answer and does not any more: it hangs, or its answers do not get through. */
    SILENT
  }

  private boolean heard;
  private Answer last = Answer.NONE;

  /** Takes an answer of a panel that is on. */
  Finding take(Answer answer) {
    boolean wasSilent = last == Answer.NONE;
    heard |= answer == Answer.AS_EXPECTED;
    last = answer;
    if (!heard) {
      return Finding.NOTHING;
    }
    return switch (answer) {
      case AS_EXPECTED -> Finding.NOTHING;
      case OTHERWISE -> wasSilent ? Finding.BACK : Finding.RESET_ITSELF;
      case NONE -> Finding.SILENT;
    };
  }

  /**
   * Takes the answer of a panel that was initialised just now. One that is silent has not shown
   * that its answers are not to be believed.
   *
   * @return whether it was the panel that had been wrong
   */
  boolean helped(Answer answer) {
    heard = answer == Answer.AS_EXPECTED || (heard && answer == Answer.NONE);
    last = answer;
    return answer == Answer.AS_EXPECTED;
  }

  /** Whether it answers sensibly. */
  boolean answers() {
    return heard && last != Answer.NONE;
  }

  /** Whether it used to answer and does not any more. */
  boolean silent() {
    return heard && last == Answer.NONE;
  }
}
