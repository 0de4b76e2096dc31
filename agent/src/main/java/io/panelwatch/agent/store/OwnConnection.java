package io.panelwatch.agent.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at a store that is written meanwhile, on a connection of its own each time: whoever stores
 * a fault never waits for somebody who reads. Thread-safe.
 *
 * @param folder of the store's database
 */
record OwnConnection(Path folder, FaultStore store) {

  /**
   * Asks what is in the database. Empty where nothing was ever stored, because the storage refused
   * from the beginning.
   *
   * @throws StoreException when it cannot be read
   */
  <T> Optional<T> look(Function<FaultMemory, T> stored) {
    if (!store.health().durable() && isEmpty(StoreFolder.databaseIn(folder))) {
      return Optional.empty();
    }
    try (FaultMemory memory = FaultStore.openReadOnly(folder)) {
      return Optional.of(stored.apply(memory));
    }
  }

  private static boolean isEmpty(Path database) {
    return Files.notExists(database) || database.toFile().length() == 0;
  }
}
