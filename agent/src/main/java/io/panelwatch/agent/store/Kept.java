package io.panelwatch.agent.store;

/**
 * What became of something that the store was to keep.
 *
 * @param durable whether it outlives the program; else it is in memory, and is taken into the
 *     database when the storage works again
 */
public record Kept(boolean durable) {}
