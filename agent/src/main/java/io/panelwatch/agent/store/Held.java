package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.lifecycle.Recollection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was held in memory while the storage refused, for the database to take over.
 *
 * @param lastGood how far the outbox of the database was when it was last known to be well; empty
 *     where it could not be read
 * @param epoch the volatile one
 * @param kept the episodes as they now are, ended ones included, and what people have arranged
 * @param rows of the volatile epoch; they keep their places
 * @param documents of the backend
 * @param forgotten topics whose documents the backend took back
 * @param connectionSeq the last one that was given away
 */
record Held(
    Optional<Place> lastGood,
    long epoch,
    Recollection kept,
    List<OutboxRow> rows,
    List<KeptDocument> documents,
    Set<String> forgotten,
    long connectionSeq) {

  /** A place in the outbox. */
  record Place(long epoch, long seq) {}
}
