package io.panelwatch.agent.store;

/**
 * Where in the outbox a report is being written.
 *
 * @param epoch the outbox's epoch
 * @param seq from 1, without a gap within the epoch
 * @param durable whether it is written to the storage, and not to memory because that refuses
 */
public record OutboxPlace(long epoch, long seq, boolean durable) {}
