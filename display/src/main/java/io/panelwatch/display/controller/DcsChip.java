package io.panelwatch.display.controller;

import java.time.Duration;
import java.util.Set;

/**
 * What distinguishes one controller with the MIPI display command set from another.
 *
 * @param commands what it takes
 * @param columns of its memory
 * @param pages of its memory, its rows
 * @param formats what COLMOD may ask for on the interface that is strapped
 * @param pixelFormat COLMOD after a reset
 * @param formatReadMask which bits of COLMOD are read back
 * @param windowRule when the address range must be sent anew
 * @param waits between commands
 */
record DcsChip(
    CommandTable commands,
    int columns,
    int pages,
    Set<PixelFormat> formats,
    int pixelFormat,
    int formatReadMask,
    WindowRule windowRule,
    Waits waits) {

  /** When CASET and PASET must come before a RAMWR. */
  enum WindowRule {
    /** When the range changes. */
    KEPT,
    /** Both before every RAMWR. */
    SENT_EACH_TIME
  }

  /**
   * The datasheet's waits.
   *
   * @param resetLow how long RESX must be low
   * @param release from the end of RESX to the next command
   * @param softReset from SWRESET to the next command
   * @param sleep from SLPIN or SLPOUT to the next command
   * @param sleepChange from SLPOUT to SLPIN and back, and from the reset of an awake controller to
   *     SLPOUT
   * @param wakeAfterSoftReset from SWRESET to a sleeping controller to SLPOUT
   */
  record Waits(
      Duration resetLow,
      Duration release,
      Duration softReset,
      Duration sleep,
      Duration sleepChange,
      Duration wakeAfterSoftReset) {

    private static final Duration MICROS_10 = Duration.ofNanos(10_000);
    private static final Duration MILLIS_5 = Duration.ofMillis(5);
    private static final Duration MILLIS_120 = Duration.ofMillis(120);

    /** 10 us of reset; 5 ms to the next command, 120 ms to the next change of sleep. */
    static final Waits ILITEK =
        new Waits(MICROS_10, MILLIS_5, MILLIS_5, MILLIS_5, MILLIS_120, MILLIS_5);

    /** The same, but SWRESET to a sleeping controller holds SLPOUT for 120 ms too. */
    static final Waits ST7789V =
        new Waits(MICROS_10, MILLIS_5, MILLIS_5, MILLIS_5, MILLIS_120, MILLIS_120);

    /** The same, but 120 ms from SWRESET, SLPIN and SLPOUT to any command. */
    static final Waits ST7735S =
        new Waits(MICROS_10, MILLIS_5, MILLIS_120, MILLIS_120, MILLIS_120, MILLIS_120);
  }
}
