package io.panelwatch.hal;

/** A line that the board drives: data/command, reset, a power switch. Not thread-safe. */
public interface OutputLine extends AutoCloseable {

  /**
   * Drives the line. Returns when the level is on the wire.
   *
   * @param high the electrical level, whatever the line means by it
   */
  void set(boolean high) throws DeviceException;

  /**
   * Releases the line; its level afterwards is the board's affair. Calls after that fail; closing
   * again is harmless.
   */
  @Override
  void close();
}
