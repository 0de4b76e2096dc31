package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/** poll(2), and what wakes it: eventfd(2), inotify(7). Each with a state that holds errno after. */
public final class PollCalls {

  /** {@code struct pollfd} of {@code poll.h}. */
  public static final StructLayout POLLFD =
      MemoryLayout.structLayout(
          JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));

  /** There is something to read. */
  public static final short POLLIN = 0x1;

  /** An attribute of sysfs or a table of procfs has changed. */
  public static final short POLLPRI = 0x2;

  // The same for eventfd, inotify and sockets on amd64 and arm64 (asm-generic/fcntl.h).
  public static final int CLOEXEC = 0x80000;
  public static final int NONBLOCK = 0x800;

  private static final MethodHandle POLL =
      NativeCall.link("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle PREAD =
      NativeCall.link(
          "pread", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle WRITE =
      NativeCall.link("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle EVENTFD =
      NativeCall.link("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle INOTIFY_INIT =
      NativeCall.link("inotify_init1", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle INOTIFY_ADD_WATCH =
      NativeCall.link(
          "inotify_add_watch", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final long EVENTS = POLLFD.byteOffset(PathElement.groupElement("events"));
  private static final long REVENTS = POLLFD.byteOffset(PathElement.groupElement("revents"));

  private PollCalls() {}

  /** Fills one entry of an array of {@link #POLLFD}. */
  public static void set(MemorySegment entries, int index, int descriptor, short events) {
    MemorySegment entry = entries.asSlice(index * POLLFD.byteSize(), POLLFD);
    entry.set(JAVA_INT, 0, descriptor);
    entry.set(JAVA_SHORT, EVENTS, events);
    entry.set(JAVA_SHORT, REVENTS, (short) 0);
  }

  /** Whether that entry is ready, or its descriptor is broken. */
  public static boolean ready(MemorySegment entries, int index) {
    return entries.get(JAVA_SHORT, index * POLLFD.byteSize() + REVENTS) != 0;
  }

  /**
   * Waits until one of the entries is ready.
   *
   * @param longestMillis -1 for ever
   * @return how many are ready, or -1
   */
  public static int poll(MemorySegment state, MemorySegment entries, int count, int longestMillis) {
    try {
      return (int) POLL.invokeExact(state, entries, (long) count, longestMillis);
    } catch (Throwable t) {
      throw NativeCall.unexpected("poll", t);
    }
  }

  /** Reads from the file's beginning: how many bytes, or -1. */
  public static long readFromStart(MemorySegment state, int descriptor, MemorySegment buffer) {
    try {
      return (long) PREAD.invokeExact(state, descriptor, buffer, buffer.byteSize(), 0L);
    } catch (Throwable t) {
      throw NativeCall.unexpected("pread", t);
    }
  }

  /** A descriptor that {@link #signal} makes ready, or -1. */
  public static int eventDescriptor(MemorySegment state) {
    try {
      return (int) EVENTFD.invokeExact(state, 0, CLOEXEC | NONBLOCK);
    } catch (Throwable t) {
      throw NativeCall.unexpected("eventfd", t);
    }
  }

  /**
   * Makes an {@link #eventDescriptor} ready for good. It cannot fail: its counter is far from full.
   */
  public static void signal(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      MemorySegment one = arena.allocateFrom(JAVA_LONG, 1);
      long unused = (long) WRITE.invokeExact(state, descriptor, one, JAVA_LONG.byteSize());
    } catch (Throwable t) {
      throw NativeCall.unexpected("write", t);
    }
  }

  /** A descriptor that tells what happens in folders, or -1. */
  public static int folderDescriptor(MemorySegment state) {
    try {
      return (int) INOTIFY_INIT.invokeExact(state, CLOEXEC | NONBLOCK);
    } catch (Throwable t) {
      throw NativeCall.unexpected("inotify_init1", t);
    }
  }

  /** The number under which that folder is told of, or -1. */
  public static int addFolder(MemorySegment state, int descriptor, MemorySegment path, int mask) {
    try {
      return (int) INOTIFY_ADD_WATCH.invokeExact(state, descriptor, path, mask);
    } catch (Throwable t) {
      throw NativeCall.unexpected("inotify_add_watch", t);
    }
  }
}
