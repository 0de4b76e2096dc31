package io.panelwatch.display.profile;

import java.time.Duration;
import java.util.List;

/** One step of an init, sleep, wake or off sequence. */
public sealed interface Step {

  /**
   * A command with its parameters.
   *
   * @param opcode 0 to 255
   * @param parameters 0 to 255 each
   */
  record Command(int opcode, List<Integer> parameters) implements Step {
    /** Keeps its own copy of the parameters. */
    public Command {
      parameters = List.copyOf(parameters);
    }
  }

  /** Rest that the controller wants before the next command. */
  record Delay(Duration rest) implements Step {}
}
