/**
 * Controllers in software: bus bytes in, pixels out, as the datasheets have it.
 *
 * <p>{@link io.panelwatch.display.controller.Modules} is the catalogue of them; {@link
 * io.panelwatch.display.controller.ControllerTap} listens to a real link for it. Nothing here reads
 * a panel profile or uses a class of the side that drives panels, or the two would share their
 * errors and prove themselves right.
 */
@NullMarked
package io.panelwatch.display.controller;

import org.jspecify.annotations.NullMarked;
