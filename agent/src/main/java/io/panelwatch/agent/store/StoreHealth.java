package io.panelwatch.agent.store;

/**
 * How the store fares.
 *
 * @param durable whether what it is given outlives the program
 * @param storageRefuses whether the storage below it refuses, read-only or failing, and not for
 *     want of space or of sense; false while durable
 */
public record StoreHealth(boolean durable, boolean storageRefuses) {

  static final StoreHealth WELL = new StoreHealth(true, false);
}
