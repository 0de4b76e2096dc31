package io.panelwatch.display.controller;

import java.util.function.LongSupplier;

/**
 * The waits that the ILI9341 wants between commands, and who broke them.
 *
 * <pre>
 *   RESX low at least 10 us, or it is no reset                      15.4
 *   5 ms after RESX, SWRESET, SLPIN, SLPOUT before any command      15.4, 8.2.2, 8.2.11, 8.2.12
 *   120 ms after a reset of an awake controller before SLPOUT       15.4, 8.2.2
 *   120 ms from SLPOUT to SLPIN and from SLPIN to SLPOUT            8.2.12
 * </pre>
 */
final class CommandTiming {

  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long RESET_LOW = 10 * MICROSECOND;
  private static final long SETTLE = 5 * MILLISECOND;
  private static final long SLEEP_CHANGE = 120 * MILLISECOND;

  private final LongSupplier nanos;
  private long resetLowSince;
  private long settledAt;
  private long sleepChangeAt;
  private Command settling = Command.NOP;

  CommandTiming(LongSupplier nanos) {
    this.nanos = nanos;
    this.settledAt = nanos.getAsLong();
    this.sleepChangeAt = settledAt;
  }

  void resetFell() {
    resetLowSince = nanos.getAsLong();
  }

  void resetRose(boolean wasAwake) {
    long low = nanos.getAsLong() - resetLowSince;
    if (low < RESET_LOW) {
      throw new ProtocolViolation(
          "RESX was low for %d ns, less than the 10 us of a reset".formatted(low), "15.4");
    }
    settle(Command.SWRESET, wasAwake);
  }

  /** Refuses a command that comes too early. */
  void check(Command command) {
    long now = nanos.getAsLong();
    if (now < settledAt) {
      throw new ProtocolViolation(
          "%s came %d us before the 5 ms after %s were over"
              .formatted(command, (settledAt - now) / MICROSECOND, settling),
          settling.section());
    }
    boolean changesSleep = command == Command.SLPIN || command == Command.SLPOUT;
    if (changesSleep && now < sleepChangeAt) {
      throw new ProtocolViolation(
          "%s came %d us before the 120 ms after the last change of sleep or reset were over"
              .formatted(command, (sleepChangeAt - now) / MICROSECOND),
          command.section());
    }
  }

  /** Notes a command after which the controller wants rest. */
  void settle(Command command, boolean untilSleepMayChange) {
    long now = nanos.getAsLong();
    settling = command;
    settledAt = now + SETTLE;
    if (untilSleepMayChange) {
      sleepChangeAt = now + SLEEP_CHANGE;
    }
  }
}
