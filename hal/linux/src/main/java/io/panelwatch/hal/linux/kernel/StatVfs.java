package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Measured;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * What statvfs(3) says of a mounted file system: {@code struct statvfs} of {@code bits/statvfs.h}
 * (glibc), on amd64 and arm64.
 *
 * @param fragmentBytes {@code f_frsize}: the unit of the block counts
 * @param blocks {@code f_blocks}: all of them
 * @param blocksFree {@code f_bfree}
 * @param blocksAvailable {@code f_bavail}: what an ordinary user may take of the free ones
 * @param inodes {@code f_files}; 0 on file systems without inodes
 * @param inodesFree {@code f_ffree}
 */
public record StatVfs(
    long fragmentBytes,
    long blocks,
    long blocksFree,
    long blocksAvailable,
    long inodes,
    long inodesFree) {

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("f_bsize"),
          JAVA_LONG.withName("f_frsize"),
          JAVA_LONG.withName("f_blocks"),
          JAVA_LONG.withName("f_bfree"),
          JAVA_LONG.withName("f_bavail"),
          JAVA_LONG.withName("f_files"),
          JAVA_LONG.withName("f_ffree"),
          JAVA_LONG.withName("f_favail"),
          JAVA_LONG.withName("f_fsid"),
          JAVA_LONG.withName("f_flag"),
          JAVA_LONG.withName("f_namemax"),
          MemoryLayout.sequenceLayout(6, JAVA_INT).withName("__f_spare"));

  private static final MethodHandle STATVFS =
      NativeCall.link("statvfs", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));

  /**
   * Asks for the file system that holds a path. Blocks for as long as that file system does.
   *
   * @throws DeviceException with errno and the path
   */
  public static StatVfs of(String path) throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      MemorySegment answer = arena.allocate(LAYOUT);
      if (call(state, nulEnded(arena, path), answer) != 0) {
        throw NativeCall.refused(state, "statvfs", path);
      }
      return new StatVfs(
          field(answer, "f_frsize"),
          field(answer, "f_blocks"),
          field(answer, "f_bfree"),
          field(answer, "f_bavail"),
          field(answer, "f_files"),
          field(answer, "f_ffree"));
    }
  }

  /** A mount point's name need not be UTF-8. */
  private static MemorySegment nulEnded(Arena arena, String path) {
    byte[] bytes = FileNames.encode(path);
    MemorySegment name = arena.allocate(bytes.length + 1L); // is filled with NULs
    MemorySegment.copy(bytes, 0, name, JAVA_BYTE, 0, bytes.length);
    return name;
  }

  /** As df(1) counts: what is taken, of what is taken or an ordinary user may take. */
  public Measured usedPercent() {
    double used = (double) (blocks - blocksFree);
    return percent(used, used + (double) blocksAvailable);
  }

  /** Absent where the file system makes inodes as it goes. */
  public Measured inodesFreePercent() {
    return percent((double) inodesFree, (double) inodes);
  }

  private static Measured percent(double part, double whole) {
    return whole > 0 ? Measured.of(Math.clamp(part * 100 / whole, 0, 100)) : Measured.absent();
  }

  private static int call(MemorySegment state, MemorySegment path, MemorySegment answer) {
    try {
      return (int) STATVFS.invokeExact(state, path, answer);
    } catch (Throwable t) {
      throw NativeCall.unexpected("statvfs", t);
    }
  }

  private static long field(MemorySegment answer, String name) {
    return answer.get(JAVA_LONG, LAYOUT.byteOffset(PathElement.groupElement(name)));
  }
}
