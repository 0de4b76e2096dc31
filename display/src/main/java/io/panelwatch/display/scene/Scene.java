package io.panelwatch.display.scene;

/**
 * Everything that one screen shows. Two equal scenes give the same pixels on the same frame size.
 *
 * @param root fills the frame but for the margin of its size; a {@link Widget.TestCard} all of it
 */
public record Scene(Widget root) {}
