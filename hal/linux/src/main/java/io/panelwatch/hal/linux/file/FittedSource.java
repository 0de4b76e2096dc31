package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorSource;
import java.util.List;

/** A source that can tell what it would read, for the inventory. */
public interface FittedSource extends SensorSource {

  /**
   * The channels that there are, none of which is read. Any thread.
   *
   * @throws DeviceException where they cannot be listed
   */
  List<Fitted> fitted() throws DeviceException;
}
