package io.panelwatch.agent.daemon;

import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/** A board that drives no LCD, said plainly: faults of one that it had are over. */
final class NoLcd implements SensorSource {

  @Override
  public SensorFamily family() {
    return SensorFamily.PANELS;
  }

  @Override
  public String lookedIn() {
    return "[display] of the configuration";
  }

  @Override
  public List<Sample.Panel> read() {
    return List.of();
  }
}
