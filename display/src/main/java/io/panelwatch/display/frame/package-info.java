/**
 * Pictures in memory: {@link io.panelwatch.display.frame.Frame} holds the pixels, {@link
 * io.panelwatch.display.frame.Damage} says where they may have changed.
 */
@NullMarked
package io.panelwatch.display.frame;

import org.jspecify.annotations.NullMarked;
