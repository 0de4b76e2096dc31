package io.panelwatch.simulator.board;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.InputLine;
import io.panelwatch.hal.InputLine.Edge;
import io.panelwatch.hal.InputLines;
import io.panelwatch.hal.LineRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The board's one GPIO line that somebody else drives: {@value #POWER_FAIL}, high while all is
 * well. Edges are told on the thread that moves it. What befalls {@link Component#POWER_FAIL}
 * befalls its reading. Thread-safe.
 */
final class SimulatedLines implements InputLines {

  /** As a device tree names a line that is active when low. */
  static final String POWER_FAIL = "POWER_FAIL_N";

  private static final Set<String> NAMES = Set.of(POWER_FAIL, "gpiochip0:4");
  private static final String PATH = Component.POWER_FAIL.source() + "/" + POWER_FAIL;

  private final SensorGate gate;
  private boolean high = true;
  private Optional<Taken> taken = Optional.empty();

  /**
   * @param gate lets readings of it through, or does not
   */
  SimulatedLines(SensorGate gate) {
    this.gate = gate;
  }

  @Override
  public InputLine open(LineRequest wanted, Consumer<Edge> heard) throws DeviceException {
    if (!NAMES.contains(wanted.line())) {
      throw refused(
          Errno.ENOENT,
          "GPIO_GET_LINEINFO",
          "the simulated board has no line %s, only %s".formatted(wanted.line(), POWER_FAIL));
    }
    pass("GPIO_V2_GET_LINE");
    return take(wanted.activeLow(), heard);
  }

  /** Lets the line fall or rise, as the supply does that drives it. */
  synchronized void powerFailing(boolean failing) {
    if (high == failing) {
      high = !failing;
      taken.ifPresent(Taken::tell);
    }
  }

  private synchronized InputLine take(boolean activeLow, Consumer<Edge> heard)
      throws DeviceException {
    if (taken.isPresent()) {
      throw refused(Errno.EBUSY, "GPIO_V2_GET_LINE", POWER_FAIL + " is taken already");
    }
    var line = new Taken(activeLow, heard);
    taken = Optional.of(line);
    return line;
  }

  /** Waits where the line hangs; not under the lock, so that it can still be repaired. */
  private void pass(String call) throws DeviceException {
    int errno = gate.pass(Component.POWER_FAIL);
    if (errno != 0) {
      throw new DeviceException(
          errno, call, PATH, "%s on %s fails (%s).".formatted(call, PATH, Errno.describe(errno)));
    }
  }

  private static DeviceException refused(Errno errno, String call, String why) {
    return new DeviceException(
        errno.number(),
        call,
        PATH,
        "%s fails (%s): %s.".formatted(call, Errno.describe(errno.number()), why));
  }

  /** The line while it is somebody's. */
  private final class Taken implements InputLine {
    private final boolean activeLow;
    private final Consumer<Edge> heard;

    Taken(boolean activeLow, Consumer<Edge> heard) {
      this.activeLow = activeLow;
      this.heard = heard;
    }

    @Override
    public boolean isActive() throws DeviceException {
      pass("GPIO_V2_LINE_GET_VALUES");
      synchronized (SimulatedLines.this) {
        if (taken.filter(line -> line == this).isEmpty()) {
          throw refused(Errno.ENODEV, "GPIO_V2_LINE_GET_VALUES", POWER_FAIL + " was given back");
        }
        return active();
      }
    }

    @Override
    public void close() {
      synchronized (SimulatedLines.this) {
        if (taken.filter(line -> line == this).isPresent()) {
          taken = Optional.empty();
        }
      }
    }

    private boolean active() {
      return high != activeLow;
    }

    private void tell() {
      try {
        heard.accept(active() ? Edge.RISING : Edge.FALLING);
      } catch (RuntimeException e) {
        // The listener's own mistake: whoever moves the line is not the one to be told.
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
