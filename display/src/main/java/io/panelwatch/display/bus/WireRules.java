package io.panelwatch.display.bus;

/**
 * What a controller wants of its wire beside the bytes.
 *
 * @param parametersAreCommands the parameters of a command go out like the command itself (SSD1306
 *     data sheet 8.1.3: D/C low), not like data as in DCS
 * @param registerBits width of a command and of each parameter on the wire: 8, or 16 where shift
 *     registers make a parallel bus of it; the high byte is 0 then
 * @param cellBytes bytes of one cell of the picture; no transfer ends inside one
 * @param commandHz the fastest clock for commands and parameters, in hertz
 * @param readHz the fastest clock for reading back, in hertz
 */
public record WireRules(
    boolean parametersAreCommands, int registerBits, int cellBytes, int commandHz, int readHz) {

  /** Refuses what no wire has. */
  public WireRules {
    boolean known = registerBits == 8 || registerBits == 16;
    if (!known || cellBytes < 1 || commandHz < 1 || readHz < 1) {
      throw new IllegalArgumentException(
          "no wire has registers of %d bits, cells of %d bytes and clocks of %d and %d Hz"
              .formatted(registerBits, cellBytes, commandHz, readHz));
    }
  }
}
