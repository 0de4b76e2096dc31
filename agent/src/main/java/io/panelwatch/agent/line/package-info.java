/**
 * The GPIO lines that the board itself says nothing of, because only who has wired them knows what
 * they mean.
 *
 * <p>Start at {@code PowerFailSource}: one more sensor source, for the line that {@code [watch]
 * power-fail-line} names, and what that line says by itself:
 *
 * <pre>
 *   edge --> LineEvents --> the watch reads the family at once --> PowerFailSource --> PWR-103
 *     '----> kept until it is read --------------------------------------^
 * </pre>
 */
@NullMarked
package io.panelwatch.agent.line;

import org.jspecify.annotations.NullMarked;
