package io.panelwatch.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** open(2), read(2) and close(2), each with a state that holds errno afterwards. */
final class FileCalls {

  // Values of asm-generic/fcntl.h, but for the one that arm64 has of its own (asm/fcntl.h there).
  static final int O_RDONLY = 0;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final int O_NOFOLLOW = System.getProperty("os.arch").equals("aarch64") ? 0x8000 : 0x20000;

  private static final MethodHandle OPEN =
      NativeCall.linkVariadic("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
  private static final MethodHandle READ =
      NativeCall.link("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle CLOSE =
      NativeCall.link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private FileCalls() {}

  /** A descriptor, or -1. */
  static int open(MemorySegment state, MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(state, path, flags);
    } catch (Throwable t) {
      throw NativeCall.unexpected("open", t);
    }
  }

  /** How many bytes were read, 0 at the end, or -1. */
  static long read(MemorySegment state, int descriptor, MemorySegment buffer, long length) {
    try {
      return (long) READ.invokeExact(state, descriptor, buffer, length);
    } catch (Throwable t) {
      throw NativeCall.unexpected("read", t);
    }
  }

  /**
   * Closes a descriptor that was only read from: the answer says nothing of use, and Linux frees
   * the descriptor whatever it is.
   */
  static void close(MemorySegment state, int descriptor) {
    try {
      int unused = (int) CLOSE.invokeExact(state, descriptor);
    } catch (Throwable t) {
      throw NativeCall.unexpected("close", t);
    }
  }
}
