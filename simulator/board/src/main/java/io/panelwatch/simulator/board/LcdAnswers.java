package io.panelwatch.simulator.board;

/** What reaches the board of a panel's answers, its data output being MISO of the board. */
public enum LcdAnswers {
  /** Every bit. */
  AS_THEY_ARE,
  /** Nothing: MISO is not wired, and its pull-down is all that is heard. */
  NONE,
  /** Every bit turned over. */
  WRONG;

  byte heard(byte told) {
    return switch (this) {
      case AS_THEY_ARE -> told;
      case NONE -> 0;
      case WRONG -> (byte) ~told;
    };
  }
}
