package io.panelwatch.agent.fault.lifecycle;

import java.time.Duration;

/**
 * How far an active episode has come to its end, to be stored beside it: an off-delay of 30 days
 * would otherwise outlast every restart. Given every eighth of the delay and at least hourly, for
 * delays of more than 10 minutes, and when there is no progress any more.
 *
 * @param faultId which
 * @param clean for how long its condition is seen to be gone
 * @param quiet for how long a flapping one is quiet; zero for the others
 */
public record Checkpoint(String faultId, Duration clean, Duration quiet) {}
