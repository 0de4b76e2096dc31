/**
 * What a fault is, and by which limits.
 *
 * <p>Three steps, each in its own package, none of which looks back:
 *
 * <ol>
 *   <li>here: the values ({@link io.panelwatch.agent.fault.Fault}, how it {@linkplain
 *       io.panelwatch.agent.fault.Standing stands}, its {@linkplain
 *       io.panelwatch.agent.fault.FaultTransition transitions}), the {@linkplain
 *       io.panelwatch.agent.fault.Catalogue catalogue} of codes, which is data, and the {@linkplain
 *       io.panelwatch.agent.fault.Limits limits} that a board may change;
 *   <li>{@link io.panelwatch.agent.fault.rule}: what one scan means for one component; raises
 *       nothing itself;
 *   <li>{@link io.panelwatch.agent.fault.lifecycle}: what that means over time: pending, confirmed,
 *       cleared, and what is a symptom of what.
 * </ol>
 *
 * <p>What comes out of them is counted by the {@linkplain io.panelwatch.agent.fault.AlarmMeter
 * meter} of what the alarms ask of people.
 *
 * <p>All of it is pure but for a line in the log when a rule breaks: what goes in is a scan, what
 * comes out is a list of changes. Limits, texts and delays of a code are in {@code
 * catalogue/CODE.properties} beside this package.
 */
@NullMarked
package io.panelwatch.agent.fault;

import org.jspecify.annotations.NullMarked;
