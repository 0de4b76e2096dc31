/**
 * Sequences of pictures as kiosks show them, to measure planners and the planner's own speed by.
 */
@NullMarked
package io.panelwatch.display.bench;

import org.jspecify.annotations.NullMarked;
