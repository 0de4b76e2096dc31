package io.panelwatch.hal.linux.event;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.kernel.FileCalls;
import io.panelwatch.hal.linux.kernel.NativeCall;
import io.panelwatch.hal.linux.kernel.PollCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folders in which another program leaves readings as files, by inotify(7). A folder that is made
 * later is listened to from then on, provided that the one it is in is listed, too, be it with no
 * family of its own.
 *
 * <p>Not by {@link java.nio.file.WatchService}: that takes two threads more.
 */
public final class FolderEar implements Ear {

  // linux/inotify.h
  private static final int IN_CLOSE_WRITE = 0x8;
  private static final int IN_MOVED_TO = 0x80;
  private static final int IN_CREATE = 0x100;
  private static final int IN_DELETE = 0x200;
  private static final int IN_Q_OVERFLOW = 0x4000;
  private static final int IN_IGNORED = 0x8000;
  private static final int MASK = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE;

  /** {@code struct inotify_event}: wd, mask, cookie, length of the name that follows. */
  private static final int HEADER_BYTES = 16;

  private static final int MASK_AT = 4;
  private static final int LENGTH_AT = 12;
  private static final int BUFFER_BYTES = 4096;

  private final Arena arena = Arena.ofAuto(); // opened by one thread, used by another
  private final MemorySegment state = arena.allocate(NativeCall.STATE);
  private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
  private final Map<String, Set<SensorFamily>> folders;
  private final Map<Integer, Set<SensorFamily>> byNumber = new HashMap<>();
  private final int descriptor;

  /**
   * Listens from now on.
   *
   * @param folders by their paths; those that are missing are waited for
   * @throws DeviceException with errno: EMFILE where the user's inotify instances are used up
   */
  public FolderEar(Map<String, Set<SensorFamily>> folders) throws DeviceException {
    this.folders = Map.copyOf(folders);
    descriptor = PollCalls.folderDescriptor(state);
    if (descriptor < 0) {
      throw NativeCall.refused(state, "inotify_init1", "inotify");
    }
    addFolders();
  }

  @Override
  public int descriptor() {
    return descriptor;
  }

  @Override
  public short awaited() {
    return PollCalls.POLLIN;
  }

  @Override
  public Set<SensorFamily> take() throws DeviceException {
    long length = FileCalls.read(state, descriptor, buffer, BUFFER_BYTES);
    if (length < 0 && !Errno.EAGAIN.is(NativeCall.errno(state))) {
      throw NativeCall.refused(state, "read", "inotify");
    }
    Set<SensorFamily> families = families(length);
    families.addAll(addFolders());
    return families;
  }

  @Override
  public void close() {
    FileCalls.close(state, descriptor);
  }

  private Set<SensorFamily> families(long length) {
    Set<SensorFamily> families = EnumSet.noneOf(SensorFamily.class);
    for (long at = 0; at + HEADER_BYTES <= length; ) {
      int number = buffer.get(ValueLayout.JAVA_INT, at);
      int what = buffer.get(ValueLayout.JAVA_INT, at + MASK_AT);
      if ((what & IN_Q_OVERFLOW) != 0) {
        folders.values().forEach(families::addAll); // the kernel has dropped some
      }
      families.addAll(byNumber.getOrDefault(number, Set.of()));
      if ((what & IN_IGNORED) != 0) {
        byNumber.remove(number); // the folder is gone
      }
      at += HEADER_BYTES + buffer.get(ValueLayout.JAVA_INT, at + LENGTH_AT);
    }
    return families;
  }

  /**
   * To add one again changes nothing, but that a folder which was made anew is heard again.
   *
   * @return the families of those that were not heard before: something may be in them by now
   */
  private Set<SensorFamily> addFolders() {
    Set<SensorFamily> added = EnumSet.noneOf(SensorFamily.class);
    folders.forEach(
        (path, families) -> {
          try (Arena ofPath = Arena.ofConfined()) {
            int number = PollCalls.addFolder(state, descriptor, ofPath.allocateFrom(path), MASK);
            if (number >= 0 && byNumber.put(number, families) == null) {
              added.addAll(families);
            }
          }
        });
    return added;
  }
}
