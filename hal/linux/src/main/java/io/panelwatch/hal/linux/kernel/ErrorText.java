package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;

/**
 * What the C library calls an error: strerror_r(3) as POSIX has it, which glibc and musl know by
 * this name.
 */
public final class ErrorText {

  private static final String FUNCTION = "__xpg_strerror_r";

  /** More than any sentence of it has. */
  private static final long BYTES = 1024;

  private static final MethodHandle STRERROR =
      NativeCall.link(FUNCTION, FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));

  private ErrorText() {}

  /** Its sentence in the language that the program runs in. */
  public static String of(Errno errno) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(BYTES);
      return call(arena.allocate(NativeCall.STATE), errno.number(), text) == 0
          ? text.getString(0, Charset.forName(System.getProperty("native.encoding", "UTF-8")))
          : Errno.describe(errno.number());
    }
  }

  private static int call(MemorySegment state, int errno, MemorySegment text) {
    try {
      return (int) STRERROR.invokeExact(state, errno, text, BYTES);
    } catch (Throwable t) {
      throw NativeCall.unexpected(FUNCTION, t);
    }
  }
}
