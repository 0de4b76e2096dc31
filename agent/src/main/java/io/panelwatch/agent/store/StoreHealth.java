package io.panelwatch.agent.store;

import java.util.List;

/**
 * How the store fares.
 *
 * @param durable whether what it is given outlives the program
 * @param storageRefuses whether the storage below it refuses, read-only or failing, and not for
 *     want of space or of sense; false while durable
 * @param setAside the names of databases that could not be used and lie beside the one in use, 16
 *     at most of a kind: what they hold is in no list of faults
 */
public record StoreHealth(boolean durable, boolean storageRefuses, List<String> setAside) {

  static final StoreHealth WELL = new StoreHealth(true, false, List.of());

  public StoreHealth {
    setAside = List.copyOf(setAside);
  }

  StoreHealth as(boolean isDurable, boolean refuses) {
    return new StoreHealth(isDurable, refuses, setAside);
  }

  StoreHealth with(List<String> aside) {
    return new StoreHealth(durable, storageRefuses, aside);
  }
}
