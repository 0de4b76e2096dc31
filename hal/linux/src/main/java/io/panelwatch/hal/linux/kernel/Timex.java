package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * What adjtimex(2) says of the wall clock's discipline: {@code struct timex} of {@code
 * linux/timex.h} (uapi; {@code __kernel_timex} on amd64 and arm64), asked with {@code modes} 0,
 * which changes nothing and needs no privilege.
 *
 * @param status bits {@code STA_*}
 * @param estimatedErrorMicros {@code esterror}
 */
public record Timex(int status, long estimatedErrorMicros) {

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          JAVA_INT.withName("modes"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("offset"),
          JAVA_LONG.withName("freq"),
          JAVA_LONG.withName("maxerror"),
          JAVA_LONG.withName("esterror"),
          JAVA_INT.withName("status"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("constant"),
          JAVA_LONG.withName("precision"),
          JAVA_LONG.withName("tolerance"),
          JAVA_LONG.withName("tv_sec"),
          JAVA_LONG.withName("tv_usec"),
          JAVA_LONG.withName("tick"),
          JAVA_LONG.withName("ppsfreq"),
          JAVA_LONG.withName("jitter"),
          JAVA_INT.withName("shift"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("stabil"),
          JAVA_LONG.withName("jitcnt"),
          JAVA_LONG.withName("calcnt"),
          JAVA_LONG.withName("errcnt"),
          JAVA_LONG.withName("stbcnt"),
          JAVA_INT.withName("tai"),
          MemoryLayout.sequenceLayout(11, JAVA_INT).withName("reserved"));

  private static final int STA_UNSYNC = 0x0040;

  private static final MethodHandle ADJTIMEX =
      NativeCall.link("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final long STATUS = LAYOUT.byteOffset(PathElement.groupElement("status"));
  private static final long ESTERROR = LAYOUT.byteOffset(PathElement.groupElement("esterror"));

  /** Whether something (NTP, PTP, a GPS) keeps the clock on time. */
  public boolean synchronised() {
    return synchronised(status);
  }

  /** What {@code STA_*} bits say of that. */
  public static boolean synchronised(long status) {
    return (status & STA_UNSYNC) == 0;
  }

  /**
   * Asks the kernel.
   *
   * @throws DeviceException with errno: a service under {@code ProtectClock=} gets EPERM
   */
  public static Timex read() throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      MemorySegment timex = arena.allocate(LAYOUT);
      if (call(state, timex) < 0) {
        int errno = NativeCall.errno(state);
        throw new DeviceException(
            errno, "adjtimex", "CLOCK_REALTIME", "adjtimex: " + Errno.describe(errno));
      }
      return new Timex(timex.get(JAVA_INT, STATUS), timex.get(JAVA_LONG, ESTERROR));
    }
  }

  private static int call(MemorySegment state, MemorySegment timex) {
    try {
      return (int) ADJTIMEX.invokeExact(state, timex);
    } catch (Throwable t) {
      throw NativeCall.unexpected("adjtimex", t);
    }
  }
}
