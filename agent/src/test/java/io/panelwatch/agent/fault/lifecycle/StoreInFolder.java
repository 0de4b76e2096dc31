package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.store.Batch;
import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.file.Path;

/** The store itself: its database is closed and opened with the agent. */
final class StoreInFolder implements Keeping, AutoCloseable {

  private final Path folder;
  private FaultStore store;

  StoreInFolder(Path folder) {
    this.folder = folder;
    store = opened();
  }

  private FaultStore opened() {
    return FaultStore.open(folder, new ManualClock());
  }

  @Override
  public void keep(Batch batch) {
    store.commit(batch);
  }

  @Override
  public Occurrence nextOccurrence(String code, String component, String bootId) {
    return store.nextOccurrence(code, component, bootId);
  }

  @Override
  public Fault asRemembered(Fault fault) {
    return store.episode(fault.faultId()).orElseThrow();
  }

  @Override
  public Recollection afterRestart() {
    store.close();
    store = opened();
    return store.recollection();
  }

  @Override
  public void close() {
    store.close();
  }
}
