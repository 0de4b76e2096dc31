/**
 * Readings for a monitoring system that asks: {@link io.panelwatch.agent.metrics.MetricsText}
 * writes them in the OpenMetrics 1.0 text format, {@link io.panelwatch.agent.metrics.MetricsServer}
 * gives them to who asks on a Unix socket or on loopback. Off unless {@code [metrics] listen} says
 * where.
 *
 * <p>Written here and not by a client library, because it is five kinds of lines, and a library
 * brings registries and counters of its own that this program has no use for.
 */
@NullMarked
package io.panelwatch.agent.metrics;

import org.jspecify.annotations.NullMarked;
