/**
 * From sensors to {@link io.panelwatch.agent.health.Reading readings}: probes read the board's
 * sources, each bounded and isolated from the others, and a {@link io.panelwatch.agent.health.Scan}
 * holds what was known at one moment. Nothing here judges.
 */
@NullMarked
package io.panelwatch.agent.health;

import org.jspecify.annotations.NullMarked;
