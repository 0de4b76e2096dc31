/**
 * What is a fault, since when, and when it ends.
 *
 * <p>The catalogue is data; a rule judges a component's readings and raises nothing itself; the
 * lifecycle turns judgements over time into {@link io.panelwatch.agent.fault.FaultTransition
 * transitions}. All of it is pure: what goes in is a scan, what comes out is a list of changes.
 *
 * <pre>
 *            condition seen            on-delay over
 *   (none) ----------------> pending ----------------> confirmed ---> off-delay over ---> cleared
 *      ^                        |                        RAISED                            CLEARED
 *      +------------------------+
 *          condition gone
 * </pre>
 */
@NullMarked
package io.panelwatch.agent.fault;

import org.jspecify.annotations.NullMarked;
