/** A board that exists in memory, with a physical model that moves its sensors. */
@NullMarked
package io.panelwatch.simulator.board;

import org.jspecify.annotations.NullMarked;
