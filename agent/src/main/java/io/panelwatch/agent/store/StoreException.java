package io.panelwatch.agent.store;

/** The store could not do it; the message says what, where and what to do. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int sqliteCode;

  /**
   * A failure.
   *
   * @param sqliteCode SQLite's primary result code ({@code sqlite.org/rescode.html}), 0 where the
   *     failure was not SQLite's
   */
  public StoreException(String message, int sqliteCode, Throwable cause) {
    super(message, cause);
    this.sqliteCode = sqliteCode;
  }

  /** A failure that is not SQLite's. */
  public StoreException(String message) {
    super(message);
    sqliteCode = 0;
  }

  /** SQLite's primary result code: 13 for a full disk; 0 where the failure was not SQLite's. */
  public int sqliteCode() {
    return sqliteCode;
  }
}
