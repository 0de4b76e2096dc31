package io.panelwatch.hal;

/** The light behind a panel. Not thread-safe. */
public interface Backlight extends AutoCloseable {

  /**
   * Sets the brightness.
   *
   * @param percent 0 (off) to 100; a light that can only be on or off is on above 0
   * @throws IllegalArgumentException when it is outside that range
   */
  void setPercent(int percent) throws DeviceException;

  /** Gives the light back without changing it. Calls after that fail; closing again is harmless. */
  @Override
  void close();
}
