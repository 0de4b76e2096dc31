package io.panelwatch.simulator.board;

import io.panelwatch.display.controller.Picture;
import java.util.Map;

/** The board's panel, whatever it hangs on, as the person in front of it knows it. */
public sealed interface SimulatedPanel permits VirtualLcd, FramebufferLcd {

  /**
   * What a maker's log of the panel would hold.
   *
   * @param powered it is plugged in and has its supply
   * @param displayOn it was told to show its memory, and is out of sleep
   * @param backlightPercent 0..100; always 100 where the dots shine themselves
   * @param bytes taken by the controller since the board was made; 0 where there is no bus
   * @param violations how often the controller refused what was sent
   * @param firstViolation the first refusal, one sentence; empty while there was none
   */
  record Counters(
      boolean powered,
      boolean displayOn,
      int backlightPercent,
      long bytes,
      long violations,
      String firstViolation) {}

  /** What kind of panel it is. */
  String module();

  /**
   * What a person would see now, the glass held upright as its maker means it; black without light.
   */
  Picture picture();

  /** How it is now. */
  Counters counters();

  /**
   * Tells that the picture may have changed: at most once in 40 ms of the board's time, on a thread
   * of its clock, after the last change of a burst too. The listener must not block; a second one
   * replaces it.
   */
  void onChange(Runnable newListener);

  /** Whether transfers take as long as their bits take at the clock they are made with. */
  void takeWireTime(boolean take);

  /**
   * Breaks, unplugs or heals it.
   *
   * @throws IllegalArgumentException when that cannot happen to this panel; one sentence
   */
  void suffer(LcdGlitch glitch);

  /** What is wrong with it, by the names under which the console sets it. */
  Map<String, Object> glitches();
}
