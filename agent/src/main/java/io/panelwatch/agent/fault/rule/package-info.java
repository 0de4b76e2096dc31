/**
 * Judges what a scan says of each component.
 *
 * <p>A rule is pure and raises nothing: it turns a {@link io.panelwatch.agent.health.Scan}, what
 * was seen earlier ({@link io.panelwatch.agent.fault.rule.Past}) and the limits in force into a
 * {@link io.panelwatch.agent.fault.rule.Finding} for each component that it is about. How long a
 * condition must last is none of its business: see {@link io.panelwatch.agent.fault.lifecycle}.
 *
 * <p>About half of the codes need no class of their own, because they have one of three shapes:
 * {@code Threshold}, a quantity against its limits; {@code Flag}, a quantity that says yes or no;
 * {@code Counted}, the growth of a counter. One file a trade lists its rules: {@code PowerRules},
 * {@code StorageRules} and so on.
 *
 * <p>To add a code: its file in the catalogue and its line in {@code codes.txt}, a line in the list
 * of its trade, and a story in which the files of a board raise it and clear it.
 */
@NullMarked
package io.panelwatch.agent.fault.rule;

import org.jspecify.annotations.NullMarked;
