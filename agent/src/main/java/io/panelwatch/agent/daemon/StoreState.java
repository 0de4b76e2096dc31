package io.panelwatch.agent.daemon;

import io.panelwatch.agent.store.StoreException;
import io.panelwatch.agent.store.StoreHealth;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.SystemErrors;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the storage took what is to be kept: the fault memory, and the small files beside it. From
 * well to worst.
 */
enum StoreState {
  WRITABLE,
  /** It refused: full, locked, damaged. */
  REFUSED,
  /** The storage below it refused: read-only, or failing. */
  STORAGE_REFUSED;

  private static final Set<Errno> TROUBLE_OF_THE_STORAGE = EnumSet.of(Errno.EROFS, Errno.EIO);

  /** The worse of two. */
  StoreState or(StoreState other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What a refusal of the fault memory says; an {@link Error} says nothing of the storage. */
  static StoreState after(Throwable refusal) {
    return of(refusal instanceof StoreException store && store.storageRefuses());
  }

  /** What the fault memory says of itself. */
  static StoreState of(StoreHealth health) {
    return health.durable() ? WRITABLE : of(health.storageRefuses());
  }

  /** What a refusal of a file says. */
  static StoreState after(IOException refusal) {
    return of(TROUBLE_OF_THE_STORAGE.stream().anyMatch(errno -> SystemErrors.is(refusal, errno)));
  }

  private static StoreState of(boolean storageRefuses) {
    return storageRefuses ? STORAGE_REFUSED : REFUSED;
  }
}
