package io.panelwatch.agent.store;

/** Another program writes this fault memory; the message says where and what to do. */
public final class StoreInUseException extends StoreException {

  private static final long serialVersionUID = 1L;

  StoreInUseException(String message) {
    super(message);
  }
}
