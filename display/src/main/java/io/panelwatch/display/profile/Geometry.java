package io.panelwatch.display.profile;

/**
 * The glass and the controller's memory behind it, both upright, in pixels.
 *
 * @param width columns of the glass
 * @param height rows of the glass
 * @param memoryWidth columns of the memory, {@code width} at least
 * @param memoryHeight rows of the memory, {@code height} at least
 */
public record Geometry(int width, int height, int memoryWidth, int memoryHeight) {}
