/**
 * Turns judgements over time, and what people do, into faults that begin once and end once. Start
 * at {@link io.panelwatch.agent.fault.lifecycle.Lifecycle}: {@code judge} takes a scan, {@code act}
 * what somebody does, and both give transitions that are to be stored before anybody is told.
 *
 * <p>The words are those of ISA-18.2 and OPC UA Part 9 for the alarm, and of ISO 14229 for the
 * memory. Five machines run side by side, the first for each level of each code on each component:
 *
 * <pre>{@code
 * condition     quiet -> pending <-> recurring -> confirmed <-> clearing -> latched -> quiet
 * episode       none -RAISED-> active -CLEARED-> over -RESOLVED-> over
 *                              active -6th change-> flapping -30 min quiet, CLEARED-> over
 * seen          unacknowledged -acknowledge, resolve-> acknowledged -worse, relapse-> unacknowledged
 * annunciation  announced | suppressed(cause) | in service(visit) | shelved(until) | out of service
 * memory        untested -> tested -> failed, per cycle;  clean cycles 0..39 -> aged
 * }</pre>
 *
 * <h2>Condition</h2>
 *
 * <pre>
 *                 RAISE                  RAISE, on-delay over
 *   quiet ---------------------> pending --------------------> confirmed <-----------+
 *     ^  ^                          |                           |    ^               |
 *     |  +--------------------------+                     CLEAR |    | RAISE, HOLD,  | RAISE
 *     |          HOLD, CLEAR                                    v    | NO_DATA       |
 *     +------------------------------------------------------ clearing ---------> latched
 *     |                  CLEAR, off-delay over                        the same,      |
 *     |                                                               unacknowledged |
 *     +------------------------------------------------------------------------------+
 *                                          acknowledge, resolve
 * </pre>
 *
 * <p>Delays count time, and {@code reads} and {@code clear-reads} count reads of what is judged;
 * where a code states both, both must be over. A code that states m of n is confirmed by so many
 * sightings within its window, too: between them it is recurring, which is pending in every other
 * respect. Only a code that is cleared by acknowledgement is latched, and only while nobody has
 * acknowledged it: its off-delay runs beside that. A fault that was ending when the agent stopped
 * is interrupted: the first scan after the restart that sees it gone goes on with what of the
 * off-delay was over, any other begins it anew.
 *
 * <p>An arrow that is not drawn goes back to where it starts. In doubt the fault wins: without data
 * a pending condition keeps its countdown for an on-delay, and is confirmed only by a scan that
 * sees it; a confirmed fault is over only after a whole off-delay of scans that see it gone.
 * Hysteresis guards the end of a fault, not its beginning: a value that has left the limit is no
 * longer pending.
 *
 * <h2>Episode, and who has seen it</h2>
 *
 * <p>An episode is what the worst confirmed level of a component makes of it:
 *
 * <pre>
 *   none      -> some level   RAISED        faultId is born, with the time and freeze frame of first sight
 *   one level -> another      UPDATED       the same faultId
 *   new cause, or cause gone  UPDATED       the same faultId, with or without suppressedBy
 *   it happened once more     UPDATED       counted: hourly at most, or nearer to the next level
 *   latched, or not any more  UPDATED       the same faultId
 *   a sixth change in 10 min  UPDATED       flapping: held active until 30 minutes are quiet
 *   somebody has seen it      ACKNOWLEDGED  once; a latched one is CLEARED with it
 *   somebody puts it aside    SHELVED       for a time, or out of service
 *   that is over              UPDATED       by its time or by hand
 *   a visit begins or ends    UPDATED       of what is worked on, and of what began meanwhile
 *   somebody signs it off     RESOLVED      acknowledges it; after its end as well
 *   seen after it was verified UPDATED      unacknowledged, and its repair is not verified any more
 *   some level -> none        CLEARED       the faultId is never used again
 * </pre>
 *
 * <p>A change is that the fault comes or goes: RAISED, CLEARED, or a latched one whose condition
 * goes or comes back; that a latched one is CLEARED by its acknowledgement is none, for it had gone
 * before. The one that is too many is not told as such. While it is held its levels are judged as
 * ever, its worst told level stands, and it goes on explaining its symptoms. It may be latched as
 * well, which says that its acknowledgement is missing: from the first time on that its condition
 * is gone for the off-delay, and until it is acknowledged or no longer held.
 *
 * <p>Components that tell of {@linkplain io.panelwatch.agent.fault.rule.Rule#tellsOnce() one and
 * the same} are judged each by itself, and share an episode: while one of them has it, no other
 * begins one unless it is more severe. One that is put aside tells nobody, so that it keeps no
 * other from telling.
 *
 * <h2>Annunciation</h2>
 *
 * <p>The right-most one wins. What is put aside is the alarm, a code on a component, and not the
 * episode: while it is out of service its levels are judged and no episode begins. What begins in a
 * {@linkplain io.panelwatch.agent.fault.Visit visit} on what is worked on is of class C, and put
 * down to the fault that is worked on there, else to the visit; but what the catalogue says is
 * always told, a critical heat, is a fault like any other, also where it is worked on.
 *
 * <h2>Repair</h2>
 *
 * <pre>
 *   visit    closed -open-> open -close, or 8 hours-> closed
 *   retest   none -retest, in a visit-> under way -RAISE-> failed
 *                                                 -CLEAR for the off-delay or 30 s, 3 reads-> passed
 *                                                 -NO_DATA for 60 s, or 2 minutes-> inconclusive
 *   removed  watched -signed off as removed-> retired -found to be there and well-> watched
 * </pre>
 *
 * <p>A sign-off counts as verified where the latest retest in the open visit was passed and nothing
 * was seen of the fault since. What is seen of it later, before its off-delay is over, is a
 * relapse: it is told once, so that somebody is called again, if not before the end of the visit in
 * which it is worked on. A sign-off ends no condition: what is read does. Only what was taken away
 * for good ends with it, by every code of that type on that component, and is missed no more, also
 * after a restart.
 *
 * <h2>Memory</h2>
 *
 * <p>Of every code on every component that has ever failed a {@linkplain
 * io.panelwatch.agent.fault.lifecycle.DtcEntry memory} stays: untested until a cycle, which is a
 * boot or a day of it, has seen it well; failed while it is a fault in it; and aged, which is
 * confirmed no more, after 40 cycles that were clean.
 *
 * <p>Beside all that there are drills: faults that are raised by hand, at most for ten minutes, and
 * that count for nothing but themselves.
 *
 * <p>What is pending lives in memory only. Episodes, how far they have come to their ends, what is
 * remembered and what people have arranged survive a restart through {@link
 * io.panelwatch.agent.fault.lifecycle.Lifecycle#resume}.
 */
@NullMarked
package io.panelwatch.agent.fault.lifecycle;

import org.jspecify.annotations.NullMarked;
