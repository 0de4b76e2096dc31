package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.agent.inspection.InspectionRecord;
import io.panelwatch.agent.service.AuditEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fault memory as somebody looks at it who must not change it. Used by one thread. Sees what
 * was committed before each call, also while the writer runs.
 */
public final class FaultMemory implements AutoCloseable {

  private final Database database;
  private final EpisodeTable episodes;

  FaultMemory(Database database) {
    this.database = database;
    episodes = new EpisodeTable(database);
  }

  /** Every active fault, the oldest first. */
  public List<Fault> active() {
    return database.atOneMoment(() -> episodes.active().stream().map(Resumed::fault).toList());
  }

  /**
   * Episodes, active or not, the newest first, without their freeze frames.
   *
   * @param before where the page before this one ended; empty for the first one
   * @param limit so many at most
   */
  public FaultPage page(OptionalLong before, int limit) {
    return episodes.page(before.orElse(Long.MAX_VALUE), limit);
  }

  /**
   * How many episodes come before the end of a page. Reads all of them, if not much of each.
   *
   * @param next where that page ended
   */
  public long countBefore(long next) {
    return episodes.countBefore(next);
  }

  /** The episode of that id, which may have ended. */
  public Optional<Fault> fault(String faultId) {
    return episodes.find(faultId);
  }

  /** What is remembered of a code on a component, whatever became of its episodes. */
  public Optional<DtcEntry> remembered(String code, String component) {
    return new MemoryTable(database)
        .all().stream().filter(entry -> entry.isOf(code, component)).findFirst();
  }

  /** What somebody has put aside. */
  public List<Shelf> putAside() {
    return new ShelfTable(database).all();
  }

  /** When each item was looked at last, by item. */
  public List<InspectionRecord> inspections() {
    return new InspectionTable(database).latest();
  }

  /** The latest episodes, active or not, the newest first. */
  public List<Fault> history(int limit) {
    return database.atOneMoment(() -> episodes.latest(limit));
  }

  /**
   * What people did last, or tried to do, the newest first.
   *
   * @param limit so many at most
   */
  public AuditPage audit(int limit) {
    List<AuditEntry> entries = new AuditTable(database).latest(limit + 1);
    Map<String, AuditPage.Dtc> dtcs = new HashMap<>();
    entries.stream()
        .flatMap(AuditEntry::named)
        .distinct()
        .forEach(id -> episodes.dtc(id).ifPresent(dtc -> dtcs.put(id, dtc)));
    return AuditHistory.page(entries, dtcs, limit, Optional.empty());
  }

  /** The latest that came to that outcome, the newest first. */
  List<AuditEntry> audit(String outcome, int limit) {
    return new AuditTable(database).latest(outcome, limit);
  }

  @Override
  public void close() {
    database.close();
  }
}
