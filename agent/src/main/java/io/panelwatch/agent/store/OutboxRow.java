package io.panelwatch.agent.store;

/**
 * A report that the backend has not acknowledged.
 *
 * @param seq its place within the epoch in force
 * @param skipped whether its content was given up and only its place is sent
 * @param payload JSON, final: it carries its epoch and seq
 */
public record OutboxRow(long seq, boolean skipped, String payload) {}
