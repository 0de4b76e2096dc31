/**
 * Looks at a board once, or a few times, without a daemon. Start at {@link
 * io.panelwatch.agent.probe.ProbeRun}.
 */
@NullMarked
package io.panelwatch.agent.probe;

import org.jspecify.annotations.NullMarked;
