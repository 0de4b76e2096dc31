package io.panelwatch.display.profile;

/**
 * How one rotation comes about.
 *
 * @param orientation what the controller is told
 * @param softTurn how far the picture is turned clockwise in software besides; {@link
 *     Rotation#BY_0} where the controller does it all
 */
public record Mounting(Orientation orientation, Rotation softTurn) {}
