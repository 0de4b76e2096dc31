package io.panelwatch.hal.linux.event;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import java.util.Set;

/**
 * A descriptor that the kernel makes ready when something of the board has changed. Opened by
 * whoever starts to listen, used and closed by the {@link EventThread} only.
 */
public interface Ear extends AutoCloseable {

  /** What poll(2) waits on. */
  int descriptor();

  /**
   * What poll(2) waits for: {@link io.panelwatch.hal.linux.kernel.PollCalls#POLLIN} or {@link
   * io.panelwatch.hal.linux.kernel.PollCalls#POLLPRI}.
   */
  short awaited();

  /**
   * Takes what has come, so that the descriptor is not ready any more.
   *
   * @return the families to read; a kernel that had to drop messages means all of them
   * @throws DeviceException when nothing will ever come again, as of a device that was removed
   */
  Set<SensorFamily> take() throws DeviceException;

  @Override
  void close();
}
