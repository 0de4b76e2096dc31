package io.panelwatch.display.controller;

/** What a memory holds when it gets power: noise, and always the same, so that tests repeat. */
final class Noise {

  private int state = 0x2545F491;

  /** The next 32 bits (xorshift, Marsaglia 2003). */
  int next() {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  }
}
