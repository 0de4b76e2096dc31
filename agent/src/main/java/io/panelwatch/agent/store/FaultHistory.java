package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The history of a store that is written meanwhile. It is read on connections of its own: whoever
 * stores a fault never waits for somebody who leafs through a year of them. What a storage refuses
 * is in memory and bounded, so that all of it is one page. Thread-safe.
 */
public final class FaultHistory {

  /** What is held in memory is less. */
  private static final int ALL_IN_MEMORY = 1_000;

  private final Path folder;
  private final FaultStore store;

  /**
   * @param folder of the store's database
   */
  public FaultHistory(Path folder, FaultStore store) {
    this.folder = folder;
    this.store = store;
  }

  /**
   * As of {@link FaultMemory#page}.
   *
   * @throws StoreException when it cannot be read
   */
  public FaultPage page(OptionalLong before, int limit) {
    return look(
        memory -> memory.page(before, limit),
        held -> new FaultPage(before.isPresent() ? List.of() : held, OptionalLong.empty()));
  }

  /**
   * As of {@link FaultMemory#countBefore}.
   *
   * @throws StoreException when it cannot be read
   */
  public long countBefore(long next) {
    return look(memory -> memory.countBefore(next), _ -> 0L);
  }

  /**
   * The episode of that id, which may have ended.
   *
   * @throws StoreException when it cannot be read
   */
  public Optional<Fault> find(String faultId) {
    return look(
        memory -> memory.fault(faultId),
        held -> held.stream().filter(fault -> fault.faultId().equals(faultId)).findFirst());
  }

  private <T> T look(Function<FaultMemory, T> stored, Function<List<Fault>, T> inMemory) {
    if (!store.health().durable()) {
      return inMemory.apply(store.history(ALL_IN_MEMORY));
    }
    try (FaultMemory memory = FaultStore.openReadOnly(folder)) {
      return stored.apply(memory);
    }
  }
}
