package io.panelwatch.display;

import io.panelwatch.display.bus.PanelLink;

/** Counts what went over a link: transfers, and the time that their bits take. */
final class WireMeter {

  private static final double NANOS_PER_SECOND = 1e9;

  private final PanelLink.Tariff tariff;
  private final double nanosPerCommandByte;
  private final double nanosPerPixelByte;
  private long transfers;
  private double bitsNanos;

  WireMeter(PanelLink.Tariff tariff) {
    this.tariff = tariff;
    double clocks = tariff.clocksPerByte() * NANOS_PER_SECOND;
    this.nanosPerCommandByte = clocks / tariff.commandHz();
    this.nanosPerPixelByte = clocks / tariff.pixelHz();
  }

  /** A command went out with that many parameters. */
  void command(int parameters) {
    int parts = parameters == 0 ? 1 : tariff.transfersPerCommand();
    int length = tariff.commandBytes() * (1 + parameters) + parts * tariff.messageBytes();
    transfers += parts;
    bitsNanos += length * nanosPerCommandByte;
  }

  /** That many bytes of pixels went out. */
  void pixels(int count) {
    long parts = ((long) count + tariff.transferBytes() - 1) / tariff.transferBytes();
    long length = count + parts * tariff.messageBytes();
    transfers += parts;
    bitsNanos += length * nanosPerPixelByte;
  }

  /** Transfers since the start. */
  long transfers() {
    return transfers;
  }

  /** What the bits of all that take at their clocks, in nanoseconds. */
  double bitsNanos() {
    return bitsNanos;
  }
}
