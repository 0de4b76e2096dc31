package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

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

  /** Its sentence in the language and the encoding that the program runs in. */
  public static String of(Errno errno) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(BYTES);
      return call(arena.allocate(NativeCall.STATE), errno.number(), text) == 0
          ? decoded(text.toArray(JAVA_BYTE), encoding(System.getProperty("sun.jnu.encoding")))
          : Errno.describe(errno.number());
    }
  }

  /** The bytes up to the first that is 0. */
  static String decoded(byte[] text, Charset encoding) {
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, encoding);
  }

  /**
   * The one in which Java decodes the C library's sentences. Any that there is, as GB18030, and
   * UTF-8 for one that this Java has not.
   */
  static Charset encoding(@Nullable String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException _) {
      return StandardCharsets.UTF_8;
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
