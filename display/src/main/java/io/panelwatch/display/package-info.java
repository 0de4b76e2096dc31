/**
 * A panel's life: power, init, show, dim, sleep, wake, off, and back from what went wrong.
 *
 * <pre>{@code
 * var profile = (ControllerProfile) PanelProfile.load("ili9341");
 * var link = new FourWireSpi(spi, dataCommand, Optional.of(reset), true, profile.wireRules());
 * var driver =
 *     new ControllerDriver(profile, profile.defaultRotation(), link, PanelLines.NONE, clock);
 * try (Panel panel = new Panel(driver, Optional.of(backlight), clock)) {
 *   Frame frame = new Frame(panel.width(), panel.height());
 *   frame.fill(Frame.rgb565(0, 0, 96));
 *   panel.show(frame);
 * }
 * }</pre>
 *
 * <pre>
 *   Panel        when: life, light, recovery, counters
 *     |
 *   PanelDriver  how: a picture becomes visible
 *     |-- ControllerDriver   profile, planner, cells --> PanelLink: FourWireSpi, I2cLink
 *     '-- FramebufferDriver  memory that a driver in the kernel shows
 * </pre>
 *
 * <p>{@link io.panelwatch.display.Panel} is the entry point. The wires are in {@link
 * io.panelwatch.display.bus}, what is known of a panel in {@link io.panelwatch.display.profile},
 * how cheap updates are found in {@link io.panelwatch.display.frame.UpdatePlanner}, when a panel is
 * bright, dim or dark in {@link io.panelwatch.display.power}. Another bus is a {@link
 * io.panelwatch.display.bus.PanelLink}, another way to a picture (DRM) a {@link
 * io.panelwatch.display.PanelDriver}.
 */
@NullMarked
package io.panelwatch.display;

import org.jspecify.annotations.NullMarked;
