package io.panelwatch.simulator.link;

import java.io.IOException;

/**
 * The network between the board and the broker, as a cable that can be pulled: the board connects
 * to {@link #url()}, and a pulled cable cuts its connections and refuses new ones.
 *
 * <p>Thread-safe.
 */
public final class NetworkCable implements AutoCloseable {

  private final StallableRelay relay;
  private final int farPort;

  private NetworkCable(StallableRelay relay, int farPort) {
    this.relay = relay;
    this.farPort = farPort;
  }

  /**
   * Lays a cable to a port on 127.0.0.1, plugged in.
   *
   * @throws IOException when no port is free for its near end
   */
  public static NetworkCable to(int farPort) throws IOException {
    var cable = new NetworkCable(new StallableRelay(0), farPort);
    cable.relay.forwardTo(farPort);
    return cable;
  }

  /** The near end, as an MQTT client wants it. */
  public String url() {
    return "mqtt://127.0.0.1:" + relay.port();
  }

  /**
   * Pulls the cable or plugs it in; the same again does nothing.
   *
   * @throws IOException when something else took the near end's port while it was pulled
   */
  public void plug(boolean in) throws IOException {
    if (in) {
      relay.forwardTo(farPort);
    } else {
      relay.refuse();
    }
  }

  @Override
  public void close() {
    relay.close();
  }
}
