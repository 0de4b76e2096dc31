package io.panelwatch.display.profile;

/**
 * What a controller is told for one rotation.
 *
 * @param madctl the parameter of MADCTL
 * @param columnOffset where the glass begins in the controller's column addresses of this rotation
 * @param rowOffset where the glass begins in its row addresses
 */
public record Orientation(int madctl, int columnOffset, int rowOffset) {}
