package io.panelwatch.agent.daemon;

import io.panelwatch.agent.store.StoreException;

/** How the storage took what is to be kept: the fault memory, and the small files beside it. */
enum StoreState {
  WRITABLE,
  /** It refused: full, locked, damaged. */
  REFUSED,
  /** The storage below it refused: read-only, or failing. */
  STORAGE_REFUSED;

  /** The same where files beside the fault memory may be refused, too. */
  StoreState beside(boolean filesRefused) {
    return this == WRITABLE && filesRefused ? REFUSED : this;
  }

  /** What a refusal says. */
  static StoreState after(RuntimeException refusal) {
    return refusal instanceof StoreException store && store.storageRefuses()
        ? STORAGE_REFUSED
        : REFUSED;
  }
}
