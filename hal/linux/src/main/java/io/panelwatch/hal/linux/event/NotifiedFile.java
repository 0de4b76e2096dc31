package io.panelwatch.hal.linux.event;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.kernel.FileCalls;
import io.panelwatch.hal.linux.kernel.NativeCall;
import io.panelwatch.hal.linux.kernel.PollCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/**
 * A file of procfs or sysfs of which the kernel says that it has changed (sysfs_notify, and the
 * poll of {@code /proc/self/mountinfo} and {@code /proc/mdstat}). It has to be read once before
 * poll(2) waits for the next change.
 */
public final class NotifiedFile implements Ear {

  /** Of what is read nothing is used: as much as sysfs ever shows. */
  private static final int PAGE_BYTES = 4096;

  private final Arena arena = Arena.ofAuto(); // opened by one thread, used by another
  private final MemorySegment state = arena.allocate(NativeCall.STATE);
  private final MemorySegment buffer = arena.allocate(PAGE_BYTES);
  private final String path;
  private final Set<SensorFamily> families;
  private final int descriptor;

  /**
   * Listens to a file from now on.
   *
   * @param families whose readings come from it
   * @throws DeviceException with errno
   */
  public NotifiedFile(String path, Set<SensorFamily> families) throws DeviceException {
    this.path = path;
    this.families = families;
    descriptor = FileCalls.open(state, arena.allocateFrom(path), FileCalls.FOLLOWING);
    if (descriptor < 0) {
      throw NativeCall.refused(state, "open", path);
    }
    try {
      arm();
    } catch (DeviceException e) {
      close();
      throw e;
    }
  }

  /** Which file it is. */
  public String path() {
    return path;
  }

  @Override
  public int descriptor() {
    return descriptor;
  }

  @Override
  public short awaited() {
    return PollCalls.POLLPRI;
  }

  @Override
  public Set<SensorFamily> take() throws DeviceException {
    arm();
    return families;
  }

  @Override
  public void close() {
    FileCalls.close(state, descriptor);
  }

  private void arm() throws DeviceException {
    if (PollCalls.readFromStart(state, descriptor, buffer) < 0) {
      throw NativeCall.refused(state, "read", path);
    }
  }
}
