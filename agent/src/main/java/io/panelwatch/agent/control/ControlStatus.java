package io.panelwatch.agent.control;

/**
 * How a daemon is.
 *
 * @param device its id
 * @param version of the program
 * @param pid its process
 * @param uptimeSeconds since it started
 * @param link with the broker: {@code off}, {@code connecting}, {@code connected}, {@code waiting}
 * @param outboxDepth reports that the backend has not acknowledged
 * @param activeFaults how many
 */
public record ControlStatus(
    String device,
    String version,
    long pid,
    long uptimeSeconds,
    String link,
    int outboxDepth,
    int activeFaults) {}
