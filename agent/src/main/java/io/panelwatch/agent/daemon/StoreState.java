package io.panelwatch.agent.daemon;

import io.panelwatch.agent.store.StoreException;

/** How the fault memory took what it was given last. */
enum StoreState {
  WRITABLE,
  /** It refused: full, locked, damaged. */
  REFUSED,
  /** The storage below it refused: read-only, or failing. */
  STORAGE_REFUSED;

  /** What a refusal says. */
  static StoreState after(RuntimeException refusal) {
    return refusal instanceof StoreException store && store.storageRefuses()
        ? STORAGE_REFUSED
        : REFUSED;
  }
}
