package io.panelwatch.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code [store]}: the fault memory.
 *
 * @param path the folder of the database; empty: the state folder
 * @param historyDays how long cleared faults are kept, 1..3650
 * @param historyMegabytes how large the database may become before the oldest of them go earlier,
 *     in units of 2^20 bytes, 8..4096
 */
public record StoreSettings(Optional<Path> path, int historyDays, int historyMegabytes) {

  /** In the state folder, for a year, in a quarter of a gigabyte. */
  public static final StoreSettings DEFAULT = new StoreSettings(Optional.empty(), 365, 256);

  /** Where the database's folder is, for a state folder. */
  public Path folder(Path stateFolder) {
    return path.orElse(stateFolder);
  }
}
