/**
 * Every screen there is, in every size and language: for the eye, and for the golden images.
 *
 * <p>A new screen gets a state that leads to it in {@link
 * io.panelwatch.simulator.sheet.SampleStates}.
 */
@NullMarked
package io.panelwatch.simulator.sheet;

import org.jspecify.annotations.NullMarked;
