package io.panelwatch.display.profile;

import java.time.Duration;
import java.util.List;

/** One step of an init, sleep, wake or off sequence. */
public sealed interface Step {

  /**
   * A command with its parameters.
   *
   * @param opcode 0 to 255
   * @param parameters 0 to 255 each, {@link #MOST_PARAMETERS} at most
   */
  record Command(int opcode, List<Integer> parameters) implements Step {

    /** The kernel's panel-mipi-dbi counts them in one byte. */
    public static final int MOST_PARAMETERS = 255;

    /** Keeps its own copy of the parameters. */
    public Command {
      parameters = List.copyOf(parameters);
    }
  }

  /** Rest that the controller wants before the next command. */
  record Delay(Duration rest) implements Step {}
}
