/**
 * From pictures in memory to the windows that are worth sending.
 *
 * <pre>
 *   Frame shown, Frame wanted, Damage --> UpdatePlanner --> UpdatePlan: windows, bytes, time
 *                                              ^
 *                          CostModel, WindowFormat: what a window costs on this bus
 * </pre>
 *
 * <p>{@link io.panelwatch.display.frame.Frame} holds the cells, {@link
 * io.panelwatch.display.frame.Damage} says where they may have changed, {@link
 * io.panelwatch.display.frame.UpdatePlanner} tells the method. Cells are pixels, or bytes of eight
 * pixels on monochrome panels: nothing here knows the difference but the {@link
 * io.panelwatch.display.frame.WindowFormat}.
 */
@NullMarked
package io.panelwatch.display.frame;

import org.jspecify.annotations.NullMarked;
