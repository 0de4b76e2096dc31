/**
 * A second opinion on the fault lifecycle: {@link
 * io.panelwatch.agent.fault.lifecycle.model.ReferenceModel} says what the law of faults asks for,
 * and any {@linkplain io.panelwatch.agent.fault.lifecycle.model.Stories story} must go as it says.
 *
 * <p>It is written from the law alone and shares no code with what it is compared with. It keeps
 * everything that was ever seen and looks back over all of it at each look, where the lifecycle
 * keeps phases and timers. Where the law is silent it reads it so:
 *
 * <ul>
 *   <li>A condition that is not there, or between its limits, is pending no more. One that cannot
 *       be read stays pending, but not for the on-delay: then nobody knows that it was there all
 *       the time, and it begins again. That does not touch codes without an on-delay, which count
 *       reads.
 *   <li>"m of n" counts every read that sees it. One exactly as old as the window is outside of it.
 *       It is pending for as long as one of them counts.
 *   <li>What counts as gone is seen to be gone at every look of the off-delay: a look that cannot
 *       read it, or finds it between its limits, begins the off-delay again. What is latched stays
 *       so over such looks.
 *   <li>Where two levels are pending, the one that would be confirmed first is told; nothing is
 *       pending of what is a fault already, nor a level that would be one if it were in service.
 *   <li>One look makes one transition of an episode at most, whatever changes with it. An end does
 *       not take back what the episode was told to be: a symptom that ends together with its cause
 *       ends suppressed.
 *   <li>After a restart off-delays of up to 10 minutes begin again; of longer ones the last eighth
 *       that was reached counts, and the time without an agent does not.
 *   <li>What counts as a change, for flapping, is that the condition comes or goes, told or held
 *       back: every RAISED and CLEARED, and the going and coming back of what is latched. That the
 *       acknowledgement ends what had gone is none. A change exactly 10 minutes ago counts no more,
 *       nor does one before a restart.
 *   <li>What flaps is quiet from the look on that found so, as long as all stretches together in
 *       which every look finds it gone; once it is there again, that begins anew. Until then it can
 *       become worse and not better. Once it waits for an acknowledgement as well it does so until
 *       there is one, whether the condition comes back meanwhile or not.
 *   <li>While a visit is open, what begins on a component that is worked on is of class C, and put
 *       down to a fault that is worked on there, or to the visit, but for what is a symptom of a
 *       real fault. The look after its end takes that back. What is worked on says so with the next
 *       look, and is put down to nothing. What is always told is told as if nobody were there,
 *       unless it is worked on itself.
 *   <li>A retest counts the looks after it was asked for. It has failed with the first that sees
 *       anything of the fault, however late; it has passed with the third in a row that sees none,
 *       if the off-delay, or half a minute of it, is over since the first of them. A minute in
 *       which each look can read nothing ends it, and so do two minutes; where it has passed with
 *       the same look, it has. The fault may be over, where the visit is for it.
 *   <li>A sign-off acknowledges, and is told of a fault that was acknowledged before, too, and of
 *       one that is over. The same once more is nothing new, unless nobody knows of the fault
 *       again. It is verified where the latest retest in the open visit has passed and no look has
 *       seen anything of the subject since; and stays so for other words, until the fault is seen
 *       again before its end. That is told once, and unacknowledged.
 *   <li>What has passed a retest is forgotten with a start of the agent, where it is over and the
 *       visit is not for it: nothing says any more what it was of.
 *   <li>What was taken away for good ends at once, with every fault of its kind on its component,
 *       whatever that waits for. Nothing is known of the kind then, as if it could not be read, up
 *       to the look that finds one of its codes well or nearly so: from that code on it is watched,
 *       as if it had never been seen. A retest that is under way goes on.
 *   <li>What is pending is told as of the latest look.
 *   <li>Out of service an episode may end, and none begins; delays run on. What is put back within
 *       the off-delay is a fault.
 *   <li>To what is there, the end of the board is no other than that of the agent: the same episode
 *       goes on in another boot. It keeps the boot, and what both clocks showed, of its first
 *       sight; the wall clock is told as it is, and believed in nothing.
 *   <li>For so long as it was put aside or a visit may last, the board was up, a later boot
 *       counting from its beginning; or the wall clock says so, where it was to be believed when
 *       that began and is now.
 *   <li>A cycle of the memory is a boot, or one of its days of 24 hours. It counts looks: the cycle
 *       was tested in which one saw it well and no fault, and failed in which one left a fault
 *       behind. Clean is one that is over, was tested and has not failed; one without a look that
 *       could tell is neither. An episode begins the count anew, which ends at 40, with nothing
 *       more kept until the next one, and counts with all there ever were, and with those of its
 *       boot. Whether a look of this boot could tell anything, and whether one left a fault behind,
 *       is told with every transition.
 *   <li>A drill is a fault at the worst level, of its subject's only in name: it is no cause, has
 *       none, is in no visit and no memory, and is put aside with nothing. Ten minutes are the
 *       most, and eight at a time. The first look of another agent ends it, after those whose time
 *       is over and before anything else.
 *   <li>An agent that starts knows all of the active faults, the memory and the arrangements that
 *       the one before knew, and nothing else.
 * </ul>
 */
@NullMarked
package io.panelwatch.agent.fault.lifecycle.model;

import org.jspecify.annotations.NullMarked;
