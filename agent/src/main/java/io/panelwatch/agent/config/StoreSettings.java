package io.panelwatch.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code [store]}: the fault memory.
 *
 * @param path the SQLite file; empty: {@value #FILE_NAME} in the state folder
 * @param historyDays how long cleared faults are kept, 1..3650
 */
public record StoreSettings(Optional<Path> path, int historyDays) {

  /** What the file is called in a state folder. */
  public static final String FILE_NAME = "panelwatch.db";

  /** In the state folder, for a year. */
  public static final StoreSettings DEFAULT = new StoreSettings(Optional.empty(), 365);

  /** Where the file is, for a state folder. */
  public Path file(Path stateFolder) {
    return path.orElseGet(() -> stateFolder.resolve(FILE_NAME));
  }
}
