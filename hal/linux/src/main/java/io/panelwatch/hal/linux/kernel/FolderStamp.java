package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By what a folder is known again, from {@code struct statx} of {@code linux/stat.h}: it changes
 * when something in the folder is added, removed or renamed.
 *
 * @param device the file system's number, major and minor
 * @param inode {@code stx_ino}
 * @param changed {@code stx_ctime}, which nobody can set
 */
public record FolderStamp(long device, long inode, Instant changed) {

  /**
   * The kernel stamps with the time of its last tick, 10 ms before now at most: of two changes
   * within that, the second one leaves no trace.
   */
  private static final Duration SETTLED = Duration.ofMillis(50);

  // Bits of stx_mask.
  private static final int STATX_CTIME = 0x80;
  private static final int STATX_INO = 0x100;

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          MemoryLayout.paddingLayout(0x20),
          JAVA_LONG.withName("stx_ino"),
          MemoryLayout.paddingLayout(0x60 - 0x28),
          JAVA_LONG.withName("stx_ctime.tv_sec"),
          JAVA_INT.withName("stx_ctime.tv_nsec"),
          MemoryLayout.paddingLayout(0x88 - 0x6c),
          JAVA_INT.withName("stx_dev_major"),
          JAVA_INT.withName("stx_dev_minor"),
          MemoryLayout.paddingLayout(0x100 - 0x90));

  private static final long INODE = offset("stx_ino");
  private static final long SECONDS = offset("stx_ctime.tv_sec");
  private static final long NANOS = offset("stx_ctime.tv_nsec");
  private static final long MAJOR = offset("stx_dev_major");
  private static final long MINOR = offset("stx_dev_minor");

  /** That of a folder now; empty where there is none. */
  public static Optional<FolderStamp> of(String folder) {
    CallBuffers buffers = CallBuffers.ofThread();
    MemorySegment answer = buffers.page();
    if (!buffers.takes(folder)
        || FileCalls.status(buffers.state(), buffers.path(), STATX_INO | STATX_CTIME, answer)
            != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FolderStamp(
            ((long) answer.get(JAVA_INT, MAJOR) << Integer.SIZE) | answer.get(JAVA_INT, MINOR),
            answer.get(JAVA_LONG, INODE),
            Instant.ofEpochSecond(answer.get(JAVA_LONG, SECONDS), answer.get(JAVA_INT, NANOS))));
  }

  /** The file system's number as {@code mountinfo} writes it: {@code 179:2}. */
  public String deviceNumber() {
    return (device >>> Integer.SIZE) + ":" + (int) device;
  }

  /**
   * Whether a listing made now can be trusted for as long as the stamp stays the same.
   *
   * @param now by this machine's own clock, as the stamp is
   */
  public boolean isSettled(Instant now) {
    return changed.isBefore(now.minus(SETTLED));
  }

  private static long offset(String field) {
    return LAYOUT.byteOffset(PathElement.groupElement(field));
  }
}
