package io.panelwatch.display;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.profile.Step;
import io.panelwatch.display.profile.Timing;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A link that keeps the controller's waits: each command goes out as soon as the datasheet allows,
 * and no sooner.
 *
 * <p>A wait is a promise about the next command, not a nap: it is slept off only when a command
 * comes that early, so that a picture can be drawn while a controller wakes up.
 */
final class PacedLink {

  private final PanelLink link;
  private final BoardClock clock;
  private final Timing timing;
  private final boolean knowsSoftReset;
  private final ByteBuffer parameters = ByteBuffer.allocateDirect(Step.Command.MOST_PARAMETERS);
  private final WireMeter meter;
  private long restUntil;
  private long sleepChangeFrom;
  private boolean resting;
  private boolean held;

  /**
   * @param knowsSoftReset the controller has SWRESET, as DCS controllers do
   */
  PacedLink(PanelLink link, BoardClock clock, Timing timing, boolean knowsSoftReset) {
    this.link = link;
    this.clock = clock;
    this.timing = timing;
    this.knowsSoftReset = knowsSoftReset;
    this.meter = new WireMeter(link.tariff());
    this.sleepChangeFrom = clock.monotonicNanos();
  }

  /** What has gone out; resets do not count. */
  WireMeter meter() {
    return meter;
  }

  /**
   * By the line where there is one, else by SWRESET. A controller without both is not reset: its
   * initialisation sets all that it may have kept.
   */
  void reset() throws DeviceException, InterruptedException {
    if (link.hasResetLine()) {
      link.reset(true);
      try {
        clock.sleep(timing.resetLow());
      } finally {
        link.reset(false);
        held = false;
      }
    } else if (knowsSoftReset) {
      awaitRest();
      link.command(Dcs.SWRESET, parameters.clear().limit(0));
    }
    assumeResetJustNow();
  }

  /** Until {@link #reset}; only where there is a line for it. */
  void holdInReset() throws DeviceException {
    link.reset(true);
    held = true; // not sooner: one that is only believed to be held would never be told [off]
  }

  /** Whether it hears nothing because of {@link #holdInReset}. */
  boolean heldInReset() {
    return held;
  }

  /** After an error nobody knows what the controller took last: the longest waits begin again. */
  void assumeResetJustNow() {
    rest(timing.settle());
    sleepChangeFrom = clock.monotonicNanos() + timing.sleepChange().toNanos();
  }

  void run(List<? extends Step> steps) throws DeviceException, InterruptedException {
    for (Step step : steps) {
      switch (step) {
        case Step.Delay delay -> rest(delay.rest());
        case Step.Command command -> {
          ByteBuffer bytes = parameters();
          command.parameters().forEach(value -> bytes.put(value.byteValue()));
          command(command.opcode());
        }
      }
    }
  }

  /** An empty buffer to put the next command's parameters into. */
  ByteBuffer parameters() {
    return parameters.clear();
  }

  /** Sends a command with what was put into {@link #parameters()}. */
  void command(int opcode) throws DeviceException, InterruptedException {
    boolean changesSleep = opcode == Dcs.SLPIN || opcode == Dcs.SLPOUT;
    if (changesSleep) {
      sleepUntil(sleepChangeFrom);
    }
    awaitRest();
    int count = parameters.flip().limit();
    link.command(opcode, parameters);
    meter.command(count);
    if (changesSleep) {
      assumeResetJustNow();
    }
  }

  /** Sends cells behind the last command. */
  void pixels(ByteBuffer bytes) throws DeviceException {
    int count = bytes.remaining();
    link.pixels(bytes);
    meter.pixels(count);
  }

  /** Asks the controller, see {@link PanelLink#read}. */
  void read(int opcode, ByteBuffer answer) throws DeviceException, InterruptedException {
    awaitRest();
    link.read(opcode, answer);
  }

  private void rest(Duration duration) {
    long until = clock.monotonicNanos() + duration.toNanos();
    restUntil = resting ? Math.max(restUntil, until) : until;
    resting = true;
  }

  /** Waits until the controller has done what it was told last. */
  void awaitRest() throws InterruptedException {
    if (resting) {
      sleepUntil(restUntil);
      resting = false;
    }
  }

  private void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - clock.monotonicNanos();
    while (left > 0) {
      clock.sleep(Duration.ofNanos(left));
      left = nanos - clock.monotonicNanos();
    }
  }
}
