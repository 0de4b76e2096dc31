/**
 * From sensors to {@link io.panelwatch.agent.health.Reading readings}: probes read the board's
 * sources, each bounded and isolated from the others, and a {@link io.panelwatch.agent.health.Scan}
 * holds what was known at one moment. Nothing here judges.
 *
 * <p>Start at {@link io.panelwatch.agent.health.Scanner}: it asks every source and waits for none
 * longer than its bound. One that has not answered by then is left alone, and its last readings are
 * told as stale. A scan holds also what each source cost and how old it is.
 */
@NullMarked
package io.panelwatch.agent.health;

import org.jspecify.annotations.NullMarked;
