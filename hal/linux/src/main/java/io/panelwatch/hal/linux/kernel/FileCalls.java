package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * open(2), lseek(2), read(2), getdents64(2), readlink(2), statx(2) and close(2), each with a state
 * that holds errno afterwards.
 */
public final class FileCalls {

  // Values of asm-generic/fcntl.h, but for those that arm64 has of its own (asm/fcntl.h there).
  static final int O_RDONLY = 0;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  private static final int O_NOFOLLOW = arm64() ? 0x8000 : 0x20000;
  static final int O_DIRECTORY = arm64() ? 0x4000 : 0x10000;

  /** To read a file that may be anything: neither waits for a FIFO nor takes a terminal. */
  public static final int FOLLOWING = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

  /** The same of a file that is no symbolic link. */
  public static final int NOT_FOLLOWING = FOLLOWING | O_NOFOLLOW;

  private static final int AT_FDCWD = -100; // linux/fcntl.h (uapi)

  // linux/fs.h (uapi).
  public static final int SEEK_SET = 0;
  public static final int SEEK_END = 2;

  private static final MethodHandle OPEN =
      NativeCall.linkVariadic("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
  private static final MethodHandle READ =
      NativeCall.link("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle GETDENTS64 =
      NativeCall.link("getdents64", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle READLINK =
      NativeCall.link("readlink", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle STATX =
      NativeCall.link(
          "statx", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle LSEEK =
      NativeCall.link("lseek", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
  private static final MethodHandle CLOSE =
      NativeCall.link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private FileCalls() {}

  private static boolean arm64() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  /** A descriptor, or -1. */
  public static int open(MemorySegment state, MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(state, path, flags);
    } catch (Throwable t) {
      throw NativeCall.unexpected("open", t);
    }
  }

  /** How many bytes were read, 0 at the end, or -1. */
  public static long read(MemorySegment state, int descriptor, MemorySegment buffer, long length) {
    try {
      return (long) READ.invokeExact(state, descriptor, buffer, length);
    } catch (Throwable t) {
      throw NativeCall.unexpected("read", t);
    }
  }

  /** How many bytes of whole {@code linux_dirent64} were read, 0 at the end, or -1. */
  static long entries(MemorySegment state, int descriptor, MemorySegment buffer) {
    try {
      return (long) GETDENTS64.invokeExact(state, descriptor, buffer, buffer.byteSize());
    } catch (Throwable t) {
      throw NativeCall.unexpected("getdents64", t);
    }
  }

  /** How many bytes a link's target has, as far as they fit, or -1. */
  static long link(MemorySegment state, MemorySegment path, MemorySegment buffer) {
    try {
      return (long) READLINK.invokeExact(state, path, buffer, buffer.byteSize());
    } catch (Throwable t) {
      throw NativeCall.unexpected("readlink", t);
    }
  }

  /** Asks for the wanted fields of what a path leads to, links followed: 0, or -1. */
  static int status(MemorySegment state, MemorySegment path, int wanted, MemorySegment answer) {
    try {
      return (int) STATX.invokeExact(state, AT_FDCWD, path, 0, wanted, answer);
    } catch (Throwable t) {
      throw NativeCall.unexpected("statx", t);
    }
  }

  /** Where the descriptor is then, or -1. */
  public static long seek(MemorySegment state, int descriptor, long offset, int whence) {
    try {
      return (long) LSEEK.invokeExact(state, descriptor, offset, whence);
    } catch (Throwable t) {
      throw NativeCall.unexpected("lseek", t);
    }
  }

  /**
   * Closes a descriptor that was only read from: the answer says nothing of use, and Linux frees
   * the descriptor whatever it is.
   */
  public static void close(MemorySegment state, int descriptor) {
    try {
      int unused = (int) CLOSE.invokeExact(state, descriptor);
    } catch (Throwable t) {
      throw NativeCall.unexpected("close", t);
    }
  }
}
