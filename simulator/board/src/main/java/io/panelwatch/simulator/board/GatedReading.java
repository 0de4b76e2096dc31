package io.panelwatch.simulator.board;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample.PowerSupply;

/**
 * Turns what a part would tell into what its sensor lets through.
 *
 * @param part whose sensor it is
 * @param errno with which the read fails; 0 where it goes through
 */
record GatedReading(Component part, int errno) {

  Measured of(double value) {
    return errno == 0 ? Measured.of(value) : new Measured.Failed(errno, "read", part.source());
  }

  Measured of(boolean on) {
    return of(on ? 1 : 0);
  }

  PowerSupply.Status of(PowerSupply.Status status) {
    return errno == 0 ? status : PowerSupply.Status.UNKNOWN;
  }
}
