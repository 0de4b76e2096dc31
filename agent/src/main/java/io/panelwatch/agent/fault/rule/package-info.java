/**
 * Judges what a scan says of each component: one small class for each code.
 *
 * <p>A rule is pure and raises nothing: it turns a {@link io.panelwatch.agent.health.Scan}, the
 * limits in force and what was seen earlier ({@link io.panelwatch.agent.fault.rule.Sightings}) into
 * a {@link io.panelwatch.agent.fault.rule.Finding} for each component that it is about. Time, too,
 * is none of its business: see {@link io.panelwatch.agent.fault.lifecycle}.
 *
 * <p>To add a code: its file in the catalogue, a class here, a line in {@link
 * io.panelwatch.agent.fault.rule.Rules}.
 */
@NullMarked
package io.panelwatch.agent.fault.rule;

import org.jspecify.annotations.NullMarked;
