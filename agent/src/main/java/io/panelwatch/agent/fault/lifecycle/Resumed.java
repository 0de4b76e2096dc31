package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import java.time.Duration;

/**
 * An episode that was active before a restart, and how far it had come to its end: what the latest
 * {@link Checkpoint} of it said.
 *
 * @param fault as it was told last
 * @param clean for how long its condition was seen to be gone; zero where it was not
 * @param quiet for how long a flapping one was quiet; zero for the others
 */
public record Resumed(Fault fault, Duration clean, Duration quiet) {

  /** One whose delays begin anew. */
  public static Resumed of(Fault fault) {
    return new Resumed(fault, Duration.ZERO, Duration.ZERO);
  }
}
