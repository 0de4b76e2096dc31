package io.panelwatch.agent.store;

import java.util.Optional;

/**
 * How it stands with the outbox.
 *
 * @param epoch in force
 * @param oldestSeq the first row of that epoch that is kept; {@code lastSeq + 1} where none is
 * @param lastSeq the last seq that was given away in it; 0 in a new epoch
 * @param depth how many rows are kept, those of earlier epochs included
 * @param oldest since when the oldest kept row waits
 */
public record OutboxStatus(
    long epoch, long oldestSeq, long lastSeq, int depth, Optional<Waiting> oldest) {}
