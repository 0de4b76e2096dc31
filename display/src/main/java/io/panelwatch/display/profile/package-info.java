/**
 * Panels as data: a text file says how a panel is built and what its controller wants to hear.
 *
 * <p>{@link io.panelwatch.display.profile.PanelProfile} tells the form of such a file and loads it.
 * To add a panel, write the file beside {@code ili9341.panel} and its name into {@code index}.
 */
@NullMarked
package io.panelwatch.display.profile;

import org.jspecify.annotations.NullMarked;
