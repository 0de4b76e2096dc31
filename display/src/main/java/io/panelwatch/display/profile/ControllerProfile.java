package io.panelwatch.display.profile;

import io.panelwatch.display.bus.WireRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A panel whose controller the engine drives itself.
 *
 * @param name see {@link PanelProfile#name()}
 * @param controller the controller's name as its maker writes it
 * @param datasheet see {@link PanelProfile#datasheet()}
 * @param geometry the glass and the memory behind it
 * @param format how pixels go over the bus
 * @param addressing how a window is addressed
 * @param registerBits 8, or 16 where each command and parameter byte travels as the low half of a
 *     16-bit word
 * @param transports the buses that the controller can hang on
 * @param i2cAddress the usual 7-bit address; 0 where it has no I2C
 * @param clocks how fast the bus may be
 * @param timing the datasheet's waits
 * @param refreshHz how often a second the controller scans its memory to the glass
 * @param orientations what the controller is told for each rotation that it can do itself
 * @param defaultRotation one of those
 * @param readbacks what it answers while it is on and well; none where it cannot be read
 * @param brightnessOpcode the command whose one parameter, 0 to 255, sets brightness or contrast;
 *     empty where only a backlight's own driver can
 * @param pixelShiftPx see {@link PanelProfile#pixelShiftPx()}
 * @param sequences what it is told at the turns of its life
 */
public record ControllerProfile(
    String name,
    String controller,
    String datasheet,
    Geometry geometry,
    ColourFormat format,
    Addressing addressing,
    int registerBits,
    Set<Transport> transports,
    int i2cAddress,
    Clocks clocks,
    Timing timing,
    double refreshHz,
    Map<Rotation, Orientation> orientations,
    Rotation defaultRotation,
    List<Readback> readbacks,
    Optional<Integer> brightnessOpcode,
    int pixelShiftPx,
    Sequences sequences)
    implements PanelProfile {

  /** Keeps its own copies. */
  public ControllerProfile {
    transports = Set.copyOf(transports);
    orientations = Map.copyOf(orientations);
    readbacks = List.copyOf(readbacks);
  }

  /** The rotations that it can be mounted with: all four. */
  public Set<Rotation> rotations() {
    return EnumSet.allOf(Rotation.class);
  }

  /** Columns of the picture when it is turned so. */
  public int width(Rotation rotation) {
    return rotation.swapsSides() ? geometry.height() : geometry.width();
  }

  /** Rows of the picture when it is turned so. */
  public int height(Rotation rotation) {
    return rotation.swapsSides() ? geometry.width() : geometry.height();
  }

  /** What the controller wants of a wire to it. */
  public WireRules wireRules() {
    return new WireRules(
        addressing.paged(),
        registerBits,
        format.bytesPerCell(),
        clocks.commandHz(),
        Math.max(1, clocks.readHz()));
  }

  /**
   * How a rotation comes about: by the controller alone where it can, else the controller stays
   * upright and the picture is turned in software.
   */
  public Mounting mounting(Rotation rotation) {
    Optional<Orientation> own = Optional.ofNullable(orientations.get(rotation));
    return own.map(orientation -> new Mounting(orientation, Rotation.BY_0))
        .orElseGet(() -> new Mounting(upright(), rotation));
  }

  private Orientation upright() {
    return Objects.requireNonNull(orientations.get(Rotation.BY_0), "a profile without rotation 0");
  }
}
