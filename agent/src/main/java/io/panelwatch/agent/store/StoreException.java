package io.panelwatch.agent.store;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.SystemErrors;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The store could not do it; the message says what, where and what to do. */
public sealed class StoreException extends RuntimeException
    permits StoreInUseException, BackupUnderWayException {

  private static final long serialVersionUID = 1L;

  /** SQLite's primary results for a file that may not, or cannot, be written. */
  private static final int SQLITE_READONLY = 8;

  private static final int SQLITE_IOERR = 10;

  /** SQLite's primary results for a file that cannot be believed any more. */
  static final int SQLITE_CORRUPT = 11;

  private static final int SQLITE_NOTADB = 26;

  /** SQLite's primary result for a row that contradicts what is there. */
  private static final int SQLITE_CONSTRAINT = 19;

  private final int sqliteCode;

  /**
   * A failure.
   *
   * @param sqliteCode SQLite's primary result code ({@code sqlite.org/rescode.html}), 0 where the
   *     failure was not SQLite's
   */
  public StoreException(String message, int sqliteCode, @Nullable Throwable cause) {
    super(message, cause);
    this.sqliteCode = sqliteCode;
  }

  /** A database of which somebody has found that it cannot be believed. */
  static StoreException damage(String what) {
    return new StoreException(what, SQLITE_CORRUPT, null);
  }

  /** A failure that is not SQLite's. */
  public StoreException(String message) {
    super(message);
    sqliteCode = 0;
  }

  /**
   * Whether the storage itself refuses, as a file system does that the kernel made read-only (EROFS
   * of a write is an I/O error for SQLite), and not for want of space or of sense.
   */
  public boolean storageRefuses() {
    return sqliteCode == SQLITE_READONLY || sqliteCode == SQLITE_IOERR || causeIsTheStorage();
  }

  private boolean causeIsTheStorage() {
    return getCause() instanceof IOException refusal
        && (SystemErrors.is(refusal, Errno.EROFS) || SystemErrors.is(refusal, Errno.EIO));
  }

  /** Whether the database is damaged. */
  boolean tellsOfDamage() {
    return sqliteCode == SQLITE_CORRUPT || sqliteCode == SQLITE_NOTADB;
  }

  /** Whether what was to be written contradicts what is there: one of them is wrong. */
  boolean contradicts() {
    return sqliteCode == SQLITE_CONSTRAINT;
  }

  /** SQLite's primary result code: 13 for a full disk; 0 where the failure was not SQLite's. */
  public int sqliteCode() {
    return sqliteCode;
  }
}
