package io.panelwatch.agent.config;

import java.nio.file.Path;

/**
 * {@code [service]}: who works on this board.
 *
 * @param techniciansFile who may sign off repairs, as {@code panelwatch technician add} writes it;
 *     where there is none, anybody who may ask the daemon
 */
public record ServiceSettings(Path techniciansFile) {

  /** Where {@code technician add} puts it. */
  public static final ServiceSettings DEFAULT =
      new ServiceSettings(Path.of("/etc/panelwatch/technicians"));
}
