package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Lanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the devices of one family: each in a lane, and all of them again where one turns out to
 * have changed since it was listed.
 *
 * @param <D> a device with what the family has of it; two are the same one if they are equal
 * @param <S> what one channel of a device reads as
 */
final class DeviceReader<D, S> {

  /** One family's part of a board. */
  interface Part<D, S> {

    /**
     * The devices that there are now.
     *
     * @throws DeviceException where they cannot be listed
     */
    List<D> devices() throws DeviceException;

    /** Whether those are known to be others by now. */
    boolean areForgotten();

    /** Reads all channels of one, on any thread. */
    List<S> read(D device);

    /** What is told of the same channels while their device cannot be read. */
    List<S> unread(D device, Measured.Failed why);
  }

  private final Part<D, S> part;
  private final Lanes<D, List<S>> lanes;

  /**
   * @param path by which a person knows a device
   */
  DeviceReader(Part<D, S> part, BoardClock clock, Function<D, String> path) {
    this.part = part;
    lanes = new Lanes<>(clock, path);
  }

  /** As {@link io.panelwatch.hal.SensorSource#read}. */
  List<S> read() throws DeviceException {
    List<S> read = readAll();
    return part.areForgotten() ? readAll() : read;
  }

  /** As {@link io.panelwatch.hal.SensorSource#leaveHungDevice}. */
  boolean leaveHungDevice(Duration longest) {
    return lanes.leaveHungDevice(longest);
  }

  private List<S> readAll() throws DeviceException {
    List<D> devices = part.devices();
    lanes.listed(devices);
    List<S> read = new ArrayList<>();
    for (D device : devices) {
      read.addAll(lanes.run(device, () -> part.read(device), why -> part.unread(device, why)));
    }
    return read;
  }
}
