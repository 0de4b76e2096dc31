/**
 * What a screen says, apart from how many pixels it has to say it with.
 *
 * <p>A {@link io.panelwatch.display.scene.Scene} is an immutable tree of {@link
 * io.panelwatch.display.scene.Widget}s. Sizes, colours and gaps are roles ({@link
 * io.panelwatch.display.scene.TextSize}, {@link io.panelwatch.display.scene.Ink}, {@link
 * io.panelwatch.display.scene.Gap}), never pixels, so one description serves a mono panel of 128x64
 * as well as one of 800x480. What does not fit gives way in a stated order instead of being
 * clipped:
 *
 * <ol>
 *   <li>an {@link io.panelwatch.display.scene.Widget.IfRoom} is left out,
 *   <li>a {@link io.panelwatch.display.scene.Widget.Label} takes fewer lines and ends in an
 *       ellipsis, a {@link io.panelwatch.display.scene.Widget.BigText} takes a smaller face,
 *   <li>a {@link io.panelwatch.display.scene.Widget.Listing} shows the rows around the one in
 *       focus, {@link io.panelwatch.display.scene.Widget.Pages} a page of them,
 *   <li>a widget with no room for one line is left out.
 * </ol>
 *
 * <pre>{@code
 * Scene queue =
 *     new Scene(
 *         Column.of(
 *             Row.of(new Grow(Label.title("Town hall")), Label.title("10:42").ink(Ink.MUTED)),
 *             new Grow(new BigText("A042", Ink.ACCENT, Align.CENTER)),
 *             new Banner(Tone.WARN, "FAN-201")));
 * }</pre>
 */
@NullMarked
package io.panelwatch.display.scene;

import org.jspecify.annotations.NullMarked;
