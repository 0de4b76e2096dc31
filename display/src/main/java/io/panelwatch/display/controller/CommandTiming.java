package io.panelwatch.display.controller;

import io.panelwatch.display.controller.DcsCommand.Effect;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The waits that a {@link DcsChip} wants between commands, and who broke them. */
final class CommandTiming {

  private static final long NANOS_A_MICROSECOND = 1_000;

  private final LongSupplier nanos;
  private final DcsChip chip;
  private long settledAt;
  private long sleepChangeAt;
  private String settling = "power-on";

  CommandTiming(LongSupplier nanos, DcsChip chip) {
    this.nanos = nanos;
    this.chip = chip;
    this.settledAt = nanos.getAsLong();
    this.sleepChangeAt = settledAt;
  }

  /** Refuses a command that comes too early. */
  void check(DcsCommand command) {
    long now = nanos.getAsLong();
    if (now < settledAt) {
      throw tooEarly(command, settledAt - now, settling);
    }
    boolean changesSleep =
        command.effect() == Effect.SLEEP_IN || command.effect() == Effect.SLEEP_OUT;
    if (changesSleep && now < sleepChangeAt) {
      throw tooEarly(command, sleepChangeAt - now, "the last change of sleep or reset");
    }
  }

  /** Notes the end of RESX, after which the controller wants rest. */
  void released(boolean wasAwake) {
    settle("RESX", chip.waits().release());
    if (wasAwake) {
      holdSleep(chip.waits().sleepChange());
    }
  }

  /** Notes a reset by command. */
  void softReset(DcsCommand command, boolean wasAwake) {
    settle(command.toString(), chip.waits().softReset());
    holdSleep(wasAwake ? chip.waits().sleepChange() : chip.waits().wakeAfterSoftReset());
  }

  /** Notes that the controller was told to sleep or to wake. */
  void sleep(DcsCommand command, boolean changes) {
    settle(command.toString(), chip.waits().sleep());
    if (changes) {
      holdSleep(chip.waits().sleepChange());
    }
  }

  private void settle(String what, Duration rest) {
    settling = what;
    settledAt = nanos.getAsLong() + rest.toNanos();
  }

  private void holdSleep(Duration hold) {
    sleepChangeAt = Math.max(sleepChangeAt, nanos.getAsLong() + hold.toNanos());
  }

  private ProtocolViolation tooEarly(DcsCommand command, long nanosLeft, String after) {
    return new ProtocolViolation(
        "%s came %d us before the wait after %s was over"
            .formatted(command, nanosLeft / NANOS_A_MICROSECOND, after),
        chip.commands().source(command));
  }
}
