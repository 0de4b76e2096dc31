package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The history of a store that is written meanwhile. It is read on connections of its own: whoever
 * stores a fault never waits for somebody who leafs through a year of them. What a storage refuses
 * is in memory and bounded: all of it comes before the first page of what can still be read.
 * Thread-safe.
 */
public final class FaultHistory {

  private static final FaultPage NOTHING = new FaultPage(List.of(), OptionalLong.empty());

  /** What is held in memory is less. */
  private static final int ALL_IN_MEMORY = 1_000;

  private final OwnConnection connection;
  private final FaultStore store;

  /**
   * @param folder of the store's database
   */
  public FaultHistory(Path folder, FaultStore store) {
    connection = new OwnConnection(folder, store);
    this.store = store;
  }

  /**
   * As of {@link FaultMemory#page}; the first one has what is held in memory besides.
   *
   * @throws StoreException when nothing refuses to be stored, and yet it cannot be read
   */
  public FaultPage page(OptionalLong before, int limit) {
    if (store.health().durable()) {
      return read(before, limit);
    }
    Map<String, Fault> held = held();
    FaultPage stored = readIfPossible(before, limit);
    List<Fault> faults = new ArrayList<>(before.isPresent() ? List.of() : held.values());
    stored.faults().stream()
        .filter(fault -> !held.containsKey(fault.faultId()))
        .forEach(faults::add);
    return new FaultPage(faults, stored.next(), stored.unread());
  }

  private FaultPage read(OptionalLong before, int limit) {
    return connection.look(memory -> memory.page(before, limit)).orElse(NOTHING);
  }

  private FaultPage readIfPossible(OptionalLong before, int limit) {
    try {
      return read(before, limit);
    } catch (StoreException e) {
      return new FaultPage(
          List.of(), OptionalLong.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * As of {@link FaultMemory#countBefore}.
   *
   * @throws StoreException when it cannot be read
   */
  public long countBefore(long next) {
    return connection.look(memory -> memory.countBefore(next)).orElse(0L);
  }

  /**
   * The episode of that id, which may have ended.
   *
   * @throws StoreException when it cannot be read
   */
  public Optional<Fault> find(String faultId) {
    return Optional.ofNullable(held().get(faultId))
        .or(() -> connection.look(memory -> memory.fault(faultId)).flatMap(found -> found));
  }

  /**
   * What is remembered of a code on a component, whatever became of its episodes; empty also where
   * a storage that refuses cannot be asked.
   *
   * @throws StoreException when nothing refuses to be stored, and yet it cannot be read
   */
  public Optional<DtcEntry> remembered(String code, String component) {
    if (store.health().durable()) {
      return stored(code, component);
    }
    Optional<DtcEntry> held =
        store.recollection().memory().stream()
            .filter(entry -> entry.isOf(code, component))
            .findFirst();
    try {
      return held.or(() -> stored(code, component));
    } catch (StoreException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<DtcEntry> stored(String code, String component) {
    return connection.look(memory -> memory.remembered(code, component)).flatMap(found -> found);
  }

  /** What is newer in memory than in the database, by its id, the newest first. */
  private Map<String, Fault> held() {
    return store.health().durable()
        ? Map.of()
        : store.history(ALL_IN_MEMORY).stream()
            .collect(
                Collectors.toMap(
                    Fault::faultId, Function.identity(), (a, _) -> a, LinkedHashMap::new));
  }
}
