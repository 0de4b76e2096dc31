package io.panelwatch.hal.linux.kernel;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * How this module reaches the C library: every handle is linked here, and every call keeps errno.
 *
 * <p>Linking costs milliseconds, calling less than a microsecond. So handles live in the static
 * fields of the class that uses them, and are linked when that class is first used.
 */
public final class NativeCall {

  /** The state that is kept of each call; the first argument of every handle points to it. */
  public static final StructLayout STATE = Linker.Option.captureStateLayout();

  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

  private NativeCall() {}

  /**
   * Refuses where pointers and longs of the C library have not 64 bits: every struct and argument
   * here is laid out for that, and would be wrong without anybody noticing.
   *
   * @param pointerBytes how many a pointer has
   * @throws UnsupportedOperationException with what can be done about it
   */
  public static void require64Bits(long pointerBytes) {
    if (pointerBytes != Long.BYTES) {
      throw new UnsupportedOperationException(
          "This Java runs with %d bits: install a 64-bit system and a JDK for it (amd64 or arm64)."
              .formatted(pointerBytes * Byte.SIZE));
    }
  }

  /** Links a function of the C library with a fixed list of arguments. */
  public static MethodHandle link(String function, FunctionDescriptor descriptor) {
    return link(function, descriptor, Linker.Option.captureCallState("errno"));
  }

  /**
   * Links a variadic function of the C library.
   *
   * @param fixedArguments how many arguments come before the {@code ...} of its prototype
   */
  public static MethodHandle linkVariadic(
      String function, FunctionDescriptor descriptor, int fixedArguments) {
    return link(
        function,
        descriptor,
        Linker.Option.captureCallState("errno"),
        Linker.Option.firstVariadicArg(fixedArguments));
  }

  /** What errno was after the call that was given this state. */
  public static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  /**
   * What a call was refused with, as the state that it was given tells.
   *
   * @param call the function, as {@code bind}
   * @param on the file or device
   */
  public static DeviceException refused(MemorySegment state, String call, String on) {
    int errno = errno(state);
    return new DeviceException(
        errno, call, on, "%s of %s: %s".formatted(call, on, Errno.describe(errno)));
  }

  /** Native calls throw nothing that was announced: whatever comes is a defect of the linkage. */
  public static LinkageError unexpected(String function, Throwable thrown) {
    return new LinkageError("call of " + function, thrown);
  }

  @SuppressWarnings("restricted") // this module exists to make native calls; it does so here only
  private static MethodHandle link(
      String function, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), descriptor, options);
  }
}
