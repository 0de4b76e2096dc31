/**
 * Turns judgements over time into faults that begin once and end once. Start at {@link
 * io.panelwatch.agent.fault.lifecycle.Lifecycle}.
 *
 * <p>Each level of each code on each component goes through these phases:
 *
 * <pre>
 *                 RAISE                  RAISE, on-delay over
 *   quiet ---------------------> pending --------------------> confirmed
 *     ^  ^                          |                           |    ^
 *     |  +--------------------------+                     CLEAR |    | RAISE, HOLD, NO_DATA
 *     |          HOLD, CLEAR                                    v    |
 *     +------------------------------------------------------ clearing
 *                        CLEAR, off-delay over
 * </pre>
 *
 * <p>A code that is latched goes from clearing to latched instead, and from there to quiet when it
 * is {@linkplain io.panelwatch.agent.fault.lifecycle.Action.Acknowledge acknowledged}, or back to
 * confirmed by RAISE. One that was acknowledged before goes straight to quiet. A worse level than
 * the one that was acknowledged is to be acknowledged anew.
 *
 * <p>Delays count time, and {@code reads} and {@code clear-reads} count reads of what is judged;
 * where a code states both, both must be over. A code that states m of n is confirmed by so many
 * sightings within its window, too: between them it is recurring, which is pending in every other
 * respect.
 *
 * <p>An arrow that is not drawn goes back to where it starts. In doubt the fault wins: without data
 * a pending condition keeps its countdown for an on-delay, and is confirmed only by a scan that
 * sees it; a confirmed fault is over only after a whole off-delay of scans that see it gone.
 * Hysteresis guards the end of a fault, not its beginning: a value that has left the limit is no
 * longer pending.
 *
 * <p>An episode is what the worst confirmed level of a component makes of it:
 *
 * <pre>
 *   none      -> some level   RAISED        faultId is born, with the time and freeze frame of first sight
 *   one level -> another      UPDATED       the same faultId
 *   new cause, or cause gone  UPDATED       the same faultId, with or without suppressedBy
 *   it happened once more     UPDATED       counted: hourly at most, or nearer to the next level
 *   latched, or not any more  UPDATED       the same faultId
 *   somebody has seen it      ACKNOWLEDGED  once; a latched one is CLEARED with it
 *   somebody puts it aside    SHELVED       for a time, or out of service
 *   that is over              UPDATED       by its time or by hand
 *   a sixth change in 10 min  UPDATED       flapping: held active until 30 minutes are quiet
 *   some level -> none        CLEARED       the faultId is never used again
 * </pre>
 *
 * <p>A change is that the fault comes or goes: RAISED, CLEARED, or a latched one whose condition
 * goes or comes back. The one that is too many is not told as such. While it is held its levels are
 * judged as ever, its worst told level stands, and it goes on explaining its symptoms.
 *
 * <p>What is put aside is the alarm, a code on a component, and not the episode: while it is out of
 * service its levels are judged and no episode begins.
 *
 * <p>Of every code on every component that has ever failed a {@linkplain
 * io.panelwatch.agent.fault.lifecycle.DtcEntry memory} stays: untested until a cycle, which is a
 * boot or a day of it, has seen it well; failed while it is a fault in it; and aged, which is
 * confirmed no more, after 40 cycles that were clean.
 *
 * <p>What is pending lives in memory only. Episodes, how far they have come to their ends, and what
 * people have arranged survive a restart through {@link
 * io.panelwatch.agent.fault.lifecycle.Lifecycle#resume}.
 */
@NullMarked
package io.panelwatch.agent.fault.lifecycle;

import org.jspecify.annotations.NullMarked;
