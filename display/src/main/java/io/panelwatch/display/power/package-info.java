/**
 * When a panel is bright, dim or dark, and what is done against its ageing: decisions only, as
 * functions of time. Nothing here talks to a panel, reads a clock or starts a thread.
 *
 * <pre>{@code
 * var policy = new PowerPolicy(schedule, Optional.of(ofMinutes(5)), Optional.of(ofHours(1)));
 * PowerPolicy.Wish wish = policy.wish(lastTouchNanos, faultWaits, LocalMoment.of(clock, zone));
 * Fade fade = new Fade(20, wish.percent(), ofMillis(400));
 * panel.brightness(fade.percentAt(elapsedNanos));
 * }</pre>
 *
 * <ul>
 *   <li>{@link io.panelwatch.display.power.PowerPolicy}: on, dimmed or asleep, and how bright, by
 *       {@link io.panelwatch.display.power.BrightnessSchedule} and idle time;
 *   <li>{@link io.panelwatch.display.power.Fade}: the way from one brightness to the next, even to
 *       the eye;
 *   <li>{@link io.panelwatch.display.power.PixelShift}: a slow walk of the picture, for glass that
 *       burns in; {@link io.panelwatch.display.power.ShiftedFrame} draws it;
 *   <li>{@link io.panelwatch.display.power.NightRenewal}: when a panel that cannot be asked how it
 *       is gets a new initialisation.
 * </ul>
 */
@NullMarked
package io.panelwatch.display.power;

import org.jspecify.annotations.NullMarked;
