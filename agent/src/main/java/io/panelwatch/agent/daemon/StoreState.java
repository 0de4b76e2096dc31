package io.panelwatch.agent.daemon;

import io.panelwatch.agent.store.StoreException;
import java.io.IOException;
import java.util.List;

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

  /**
   * What the C library calls EROFS and EIO: the text is all that Java keeps of them. Where the
   * service runs in another language they count as any other refusal.
   */
  private static final List<String> TROUBLE_OF_THE_STORAGE =
      List.of("Read-only file system", "Input/output error");

  /** The worse of two. */
  StoreState or(StoreState other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What a refusal of the fault memory says. */
  static StoreState after(RuntimeException refusal) {
    return of(refusal instanceof StoreException store && store.storageRefuses());
  }

  /** What a refusal of a file says. */
  static StoreState after(IOException refusal) {
    String text = String.valueOf(refusal.getMessage());
    return of(TROUBLE_OF_THE_STORAGE.stream().anyMatch(text::endsWith));
  }

  private static StoreState of(boolean storageRefuses) {
    return storageRefuses ? STORAGE_REFUSED : REFUSED;
  }
}
