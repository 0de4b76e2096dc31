package io.panelwatch.simulator.dispatch;

/**
 * Someone who watches the backend, such as the web console. Called on the backend's one thread, in
 * order: return quickly, do not block. What it throws is logged and forgotten.
 */
public interface DispatchListener {

  /** A message came in, or was taken by the broker. */
  void onMessage(PassingMessage message);

  /** A ticket is new or has changed; already stored. */
  void onTicket(Ticket ticket);

  /** The backend is connected to the broker, or no longer. */
  void onConnection(boolean connected);
}
