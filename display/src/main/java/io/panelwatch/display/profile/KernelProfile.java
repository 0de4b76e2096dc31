package io.panelwatch.display.profile;

import java.util.EnumSet;
import java.util.Set;

/**
 * A panel that a driver in the kernel runs and shows as a framebuffer: geometry, pixel format and
 * power come from there, and every rotation is turned in software.
 *
 * @param name see {@link PanelProfile#name()}
 * @param datasheet see {@link PanelProfile#datasheet()}
 * @param pixelShiftPx see {@link PanelProfile#pixelShiftPx()}
 */
public record KernelProfile(String name, String datasheet, int pixelShiftPx)
    implements PanelProfile {

  /** The rotations that it can be mounted with: all. */
  public Set<Rotation> rotations() {
    return EnumSet.allOf(Rotation.class);
  }
}
