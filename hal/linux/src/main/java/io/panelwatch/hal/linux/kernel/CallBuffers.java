package io.panelwatch.hal.linux.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The native memory that a thread needs for one call after the other. Each thread has its own, so
 * that a thread which hangs in a read cannot write into what another one has read meanwhile.
 *
 * @param state holds errno after each call
 * @param path a path with its closing NUL
 * @param page what is read
 */
public record CallBuffers(MemorySegment state, MemorySegment path, MemorySegment page) {

  private static final int PATH_BYTES = 4096; // PATH_MAX of linux/limits.h

  /** Two pages: an attribute whole, and a folder of sysfs in one call. */
  private static final int PAGE_BYTES = 8192;

  private static final ThreadLocal<CallBuffers> OF_THREAD =
      ThreadLocal.withInitial(CallBuffers::allocate);

  /** Those of the calling thread; freed after its end. */
  public static CallBuffers ofThread() {
    return OF_THREAD.get();
  }

  private static CallBuffers allocate() {
    Arena arena = Arena.ofAuto();
    return new CallBuffers(
        arena.allocate(NativeCall.STATE), arena.allocate(PATH_BYTES), arena.allocate(PAGE_BYTES));
  }

  /** A path as the argument of a call; false where it cannot be one. */
  public boolean takes(String file) {
    byte[] bytes = FileNames.encode(file);
    if (bytes.length >= PATH_BYTES || file.indexOf('\0') >= 0) {
      return false;
    }
    MemorySegment.copy(bytes, 0, path, ValueLayout.JAVA_BYTE, 0, bytes.length);
    path.set(ValueLayout.JAVA_BYTE, bytes.length, (byte) 0);
    return true;
  }

  /** What errno was after the latest call. */
  public int errno() {
    return NativeCall.errno(state);
  }

  /** The first bytes of the page. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(page, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    return bytes;
  }
}
