/**
 * A panel's life: init, show, sleep, wake, off.
 *
 * <pre>{@code
 * var profile = (ControllerProfile) PanelProfile.load("ili9341");
 * PanelLink link = new FourWireSpi(spi, dataCommandLine, Optional.of(resetLine));
 * try (Panel panel =
 *     new Panel(profile, profile.defaultRotation(), link, Optional.of(backlight), clock)) {
 *   Frame frame = new Frame(panel.width(), panel.height());
 *   frame.fill(Frame.rgb565(0, 0, 96));
 *   panel.show(frame);
 * }
 * }</pre>
 *
 * <p>{@link io.panelwatch.display.Panel} is the entry point; what it drives is in {@link
 * io.panelwatch.display.bus}, what it knows of a panel in {@link io.panelwatch.display.profile},
 * how it finds cheap updates in {@link io.panelwatch.display.frame.UpdatePlanner}.
 */
@NullMarked
package io.panelwatch.display;

import org.jspecify.annotations.NullMarked;
