package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.DeviceException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By what a file or folder is known again, from {@code struct statx} of {@code linux/stat.h}: that
 * of a file changes when it is written or replaced, that of a folder when something in it is added,
 * removed or renamed.
 *
 * @param device the file system's number, major and minor
 * @param inode {@code stx_ino}
 * @param bytes {@code stx_size}
 * @param modified {@code stx_mtime}: when the content was last written, as far as nobody set it
 * @param changed {@code stx_ctime}, which nobody can set
 */
public record FileStamp(long device, long inode, long bytes, Instant modified, Instant changed) {

  /**
   * The kernel stamps with the time of its last tick, 10 ms before now at most: of two changes
   * within that, the second one leaves no trace.
   */
  private static final Duration SETTLED = Duration.ofMillis(50);

  // Bits of stx_mask.
  private static final int STATX_MTIME = 0x40;
  private static final int STATX_CTIME = 0x80;
  private static final int STATX_INO = 0x100;
  private static final int STATX_SIZE = 0x200;
  private static final int WANTED = STATX_MTIME | STATX_CTIME | STATX_INO | STATX_SIZE;

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          MemoryLayout.paddingLayout(0x20),
          JAVA_LONG.withName("stx_ino"),
          JAVA_LONG.withName("stx_size"),
          MemoryLayout.paddingLayout(0x60 - 0x30),
          JAVA_LONG.withName("stx_ctime.tv_sec"),
          JAVA_INT.withName("stx_ctime.tv_nsec"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("stx_mtime.tv_sec"),
          JAVA_INT.withName("stx_mtime.tv_nsec"),
          MemoryLayout.paddingLayout(0x88 - 0x7c),
          JAVA_INT.withName("stx_dev_major"),
          JAVA_INT.withName("stx_dev_minor"),
          MemoryLayout.paddingLayout(0x100 - 0x90));

  private static final long INODE = offset("stx_ino");
  private static final long SIZE = offset("stx_size");
  private static final long CHANGED = offset("stx_ctime.tv_sec");
  private static final long MODIFIED = offset("stx_mtime.tv_sec");
  private static final long MAJOR = offset("stx_dev_major");
  private static final long MINOR = offset("stx_dev_minor");

  /** That of a file or folder now, links followed; empty where there is none. */
  public static Optional<FileStamp> of(String path) {
    CallBuffers buffers = CallBuffers.ofThread();
    return asks(buffers, path) ? Optional.of(answered(buffers.page())) : Optional.empty();
  }

  /**
   * The same where it matters why there is none.
   *
   * @throws DeviceException with errno and the path
   */
  public static FileStamp ask(String path) throws DeviceException {
    CallBuffers buffers = CallBuffers.ofThread();
    if (!asks(buffers, path)) {
      throw NativeCall.refused(buffers.state(), "statx", path);
    }
    return answered(buffers.page());
  }

  private static boolean asks(CallBuffers buffers, String path) {
    return buffers.takes(path)
        && FileCalls.status(buffers.state(), buffers.path(), WANTED, buffers.page()) == 0;
  }

  private static FileStamp answered(MemorySegment answer) {
    return new FileStamp(
        ((long) answer.get(JAVA_INT, MAJOR) << Integer.SIZE) | answer.get(JAVA_INT, MINOR),
        answer.get(JAVA_LONG, INODE),
        answer.get(JAVA_LONG, SIZE),
        time(answer, MODIFIED),
        time(answer, CHANGED));
  }

  /** Whether that is the same file, however much was written to it since. */
  public boolean isOfTheSameFile(FileStamp other) {
    return device == other.device && inode == other.inode;
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

  /** {@code struct statx_timestamp}: seconds, and nanoseconds behind them. */
  private static Instant time(MemorySegment answer, long at) {
    return Instant.ofEpochSecond(answer.get(JAVA_LONG, at), answer.get(JAVA_INT, at + Long.BYTES));
  }

  private static long offset(String field) {
    return LAYOUT.byteOffset(PathElement.groupElement(field));
  }
}
