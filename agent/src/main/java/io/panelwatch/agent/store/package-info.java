/**
 * The fault memory: episodes, and the outbox of what the backend has not acknowledged, in one
 * SQLite database.
 *
 * <p>Begin at {@link io.panelwatch.agent.store.FaultStore}. A transition and its report are written
 * in one transaction, and so is what somebody did; there is never one without the other:
 *
 * <pre>
 *   transitions --> commit --+--> fault   (the episode as it now is)
 *   deeds ---------->        +--> audit   (who did what, and what became of it)
 *                            +--> alarm   (of the last day, for their rate)
 *                            +--> outbox  (epoch, seq, topic, the report as JSON)
 *                                    |
 *                    reporter sends, backend answers dn/ack
 *                                    v
 *                            acknowledge: rows of that epoch up to `contiguous` go
 * </pre>
 *
 * <p>An <i>epoch</i> is one life of the outbox, within which {@code seq} has no gap. It is 64 bits
 * wide and below 2^53, so that every JSON reader keeps it exact: Unix seconds in the upper bits,
 * chance in the lower twenty. Chance, because a board whose clock starts at the same false date
 * after each loss of power must not begin the same epoch twice.
 *
 * <p>Where the storage refuses, all of it goes on in memory under a <i>volatile</i> epoch, and is
 * taken over into the database when that can be written again. Rows keep their places then, so that
 * the outbox may hold rows of several epochs; they are sent in order of epoch and seq, and an
 * acknowledgement is of the epoch that it names. A commit that was refused may have left its
 * transitions in the write-ahead log all the same: the same revision of an episode can then reach
 * the backend under two places, when the power is lost before they are taken over. What the storage
 * refused to be read at a start joins what came since, when it can be read; a database in which
 * something cannot be read that says what is true now is set aside, and a fresh one begun.
 *
 * <p>The history is bounded by days and by size ({@code [store] history-days}, {@code
 * history-megabytes}); what is active stays, and so does the latest episode of each code on each
 * component until it has aged. The outbox is bounded by {@link
 * io.panelwatch.agent.store.FaultStore#OUTBOX_ROWS}, but never gives up that a fault began or
 * ended; of what it gives up the place stays, on its topic.
 *
 * <p>The journal is a write-ahead log with {@code synchronous=FULL}: what {@code commit} returned
 * for survives a power cut. Its price is one flush of the storage per commit.
 */
@NullMarked
package io.panelwatch.agent.store;

import org.jspecify.annotations.NullMarked;
