package io.panelwatch.agent.config;

import java.net.SocketAddress;
import java.util.Optional;

/**
 * {@code [metrics]}: where a monitoring system may ask for readings.
 *
 * @param listen {@code "unix:/run/panelwatch/metrics.sock"} or {@code "127.0.0.1:9797"}; empty:
 *     nowhere
 */
public record MetricsSettings(Optional<SocketAddress> listen) {

  /** Nobody is answered. */
  public static final MetricsSettings OFF = new MetricsSettings(Optional.empty());
}
