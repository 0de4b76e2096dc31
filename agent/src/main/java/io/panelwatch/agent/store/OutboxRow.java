package io.panelwatch.agent.store;

/**
 * A report that the backend has not acknowledged.
 *
 * @param epoch the one in force, or an earlier one of which rows are left
 * @param seq its place within the epoch
 * @param skipped whether its content was given up and only its place is sent
 * @param payload JSON, final: it carries its epoch and seq
 */
public record OutboxRow(long epoch, long seq, boolean skipped, String payload) {}
