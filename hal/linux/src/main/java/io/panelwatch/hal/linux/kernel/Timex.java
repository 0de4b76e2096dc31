package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.DeviceException;
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
 * @param maximumErrorMicros {@code maxerror}
 * @param estimatedErrorMicros {@code esterror}
 */
public record Timex(int status, long maximumErrorMicros, long estimatedErrorMicros) {

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

  /** {@code NTP_PHASE_LIMIT} of linux/timex.h: the error at which nobody knows the time. */
  private static final long PHASE_LIMIT_MICROS = 16_000_000;

  private static final MethodHandle ADJTIMEX =
      NativeCall.link("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final long STATUS = LAYOUT.byteOffset(PathElement.groupElement("status"));
  private static final long MAXERROR = LAYOUT.byteOffset(PathElement.groupElement("maxerror"));
  private static final long ESTERROR = LAYOUT.byteOffset(PathElement.groupElement("esterror"));

  /** Whether something (NTP, PTP, a GPS) keeps the clock on time. */
  public boolean synchronised() {
    return synchronised(status, (double) maximumErrorMicros);
  }

  /**
   * What {@code STA_*} bits and {@code maxerror} say of that.
   *
   * <p>chrony clears {@code STA_UNSYNC} only where it is to set the clock's chip as well ({@code
   * rtcsync}; {@code set_sync_status} of its sys_timex.c), but always writes {@code maxerror}. The
   * kernel lets that grow by 500 us a second, and sets the bit where it gets to its limit ({@code
   * second_overflow} of kernel/time/ntp.c): below it somebody has set the clock right within the
   * last nine hours, whatever the bit says.
   */
  public static boolean synchronised(long status, double maximumErrorMicros) {
    return (status & STA_UNSYNC) == 0 || maximumErrorMicros < PHASE_LIMIT_MICROS;
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
        throw NativeCall.refused(state, "adjtimex", "CLOCK_REALTIME");
      }
      return new Timex(
          timex.get(JAVA_INT, STATUS),
          timex.get(JAVA_LONG, MAXERROR),
          timex.get(JAVA_LONG, ESTERROR));
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
