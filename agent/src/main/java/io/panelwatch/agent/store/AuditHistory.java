package io.panelwatch.agent.store;

import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.store.AuditPage.Dtc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people did, of a store that is written meanwhile, as {@link FaultHistory} reads it: on
 * connections of its own, and what a storage refuses comes from memory, before what can still be
 * read. Thread-safe.
 */
public final class AuditHistory {

  /** What is held in memory is less: a hundred of each action and outcome. */
  private static final int ALL_IN_MEMORY = 10_000;

  private static final int MANY_FAULTS = 1_000;

  private final OwnConnection connection;
  private final FaultStore store;

  /**
   * @param folder of the store's database
   */
  public AuditHistory(Path folder, FaultStore store) {
    connection = new OwnConnection(folder, store);
    this.store = store;
  }

  /**
   * The latest of it, the newest first.
   *
   * @param limit so many at most
   * @throws StoreException when nothing refuses to be stored, and yet it cannot be read
   */
  public AuditPage latest(int limit) {
    if (store.health().durable()) {
      return connection
          .look(memory -> memory.audit(limit))
          .orElseGet(() -> page(List.of(), Map.of(), limit, Optional.empty()));
    }
    List<AuditEntry> held = store.audit(ALL_IN_MEMORY);
    Map<String, Dtc> dtcs = heldDtcs();
    try {
      return connection
          .look(memory -> joined(held, dtcs, memory, limit))
          .orElseGet(() -> page(held, dtcs, limit, Optional.empty()));
    } catch (StoreException e) {
      return page(held, dtcs, limit, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Map<String, Dtc> heldDtcs() {
    Map<String, Dtc> dtcs = new HashMap<>();
    store
        .history(MANY_FAULTS)
        .forEach(fault -> dtcs.put(fault.faultId(), new Dtc(fault.code(), fault.component())));
    return dtcs;
  }

  /** Wrong codes of before are held as well as stored: they keep their place. */
  private static AuditPage joined(
      List<AuditEntry> held, Map<String, Dtc> heldDtcs, FaultMemory memory, int limit) {
    Set<AuditEntry> stored = new HashSet<>(memory.audit(held.size()).entries());
    stored.addAll(memory.audit(AuditEntry.WRONG_CODE, held.size()));
    AuditPage before = memory.audit(limit);
    List<AuditEntry> all = new ArrayList<>(held);
    all.removeIf(stored::contains);
    all.addAll(before.entries());
    Map<String, Dtc> dtcs = new HashMap<>(before.dtcs());
    dtcs.putAll(heldDtcs);
    AuditPage page = page(all, dtcs, limit, Optional.empty());
    return new AuditPage(page.entries(), page.dtcs(), page.more() || before.more(), page.unread());
  }

  /** So many of them, and what the faults are of that they name. */
  static AuditPage page(
      List<AuditEntry> all, Map<String, Dtc> dtcs, int limit, Optional<String> unread) {
    List<AuditEntry> entries = all.stream().limit(limit).toList();
    Map<String, Dtc> named = new HashMap<>();
    entries.stream()
        .flatMap(AuditEntry::named)
        .forEach(id -> Stream.ofNullable(dtcs.get(id)).forEach(dtc -> named.put(id, dtc)));
    return new AuditPage(entries, named, all.size() > limit, unread);
  }
}
