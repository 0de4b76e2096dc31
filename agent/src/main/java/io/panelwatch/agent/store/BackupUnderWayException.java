package io.panelwatch.agent.store;

/** Another program puts a backup into this folder; the message says where and what to do. */
public final class BackupUnderWayException extends StoreException {

  private static final long serialVersionUID = 1L;

  BackupUnderWayException(String message) {
    super(message);
  }
}
