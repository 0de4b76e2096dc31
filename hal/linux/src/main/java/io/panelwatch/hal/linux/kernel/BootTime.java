package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * How long ago the board was started, sleep included: {@code CLOCK_BOOTTIME} of clock_gettime(2).
 * {@code CLOCK_MONOTONIC}, which is Java's own, stands still while the board is suspended.
 */
public final class BootTime {

  private static final int CLOCK_BOOTTIME = 7; // linux/time.h (uapi)

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  static final StructLayout TIMESPEC =
      MemoryLayout.structLayout(JAVA_LONG.withName("tv_sec"), JAVA_LONG.withName("tv_nsec"));

  private static final long SECONDS = TIMESPEC.byteOffset(PathElement.groupElement("tv_sec"));
  private static final long NANOS = TIMESPEC.byteOffset(PathElement.groupElement("tv_nsec"));

  private static final MethodHandle CLOCK_GETTIME =
      NativeCall.link("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  private BootTime() {}

  /** In nanoseconds, to be compared with an earlier call. Every kernel since 2.6.39 has it. */
  public static long nanos() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      MemorySegment time = arena.allocate(TIMESPEC);
      if (call(state, time) != 0) {
        throw new IllegalStateException(
            "clock_gettime(CLOCK_BOOTTIME): errno " + NativeCall.errno(state));
      }
      return time.get(JAVA_LONG, SECONDS) * NANOS_PER_SECOND + time.get(JAVA_LONG, NANOS);
    }
  }

  private static int call(MemorySegment state, MemorySegment time) {
    try {
      return (int) CLOCK_GETTIME.invokeExact(state, CLOCK_BOOTTIME, time);
    } catch (Throwable t) {
      throw NativeCall.unexpected("clock_gettime", t);
    }
  }
}
