package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists folders and reads symbolic links, by their bytes: Java's own calls spell names in the
 * locale's encoding, and what that cannot spell ends a listing with an exception.
 */
public final class Folders {

  /** More entries than any folder of sysfs has; a recording may hold anything. */
  private static final int MOST_ENTRIES = 65_536;

  private static final int OPEN_FLAGS =
      FileCalls.O_RDONLY | FileCalls.O_DIRECTORY | FileCalls.O_CLOEXEC;

  // struct linux_dirent64 of linux/dirent.h: d_ino, d_off (8 bytes each), d_reclen, d_type, d_name.
  private static final int D_RECLEN = 16;
  private static final int D_NAME = 19;

  private Folders() {}

  /**
   * The names in a folder, in no order; none where it is missing or no folder.
   *
   * @throws DeviceException with errno where it is there and cannot be listed, or not to its end:
   *     EACCES, EIO, or EMFILE of a process that has used up its descriptors
   */
  public static List<String> names(String folder) throws DeviceException {
    CallBuffers buffers = CallBuffers.ofThread();
    if (!buffers.takes(folder)) {
      return List.of();
    }
    int descriptor = FileCalls.open(buffers.state(), buffers.path(), OPEN_FLAGS);
    if (descriptor < 0) {
      if (saysMissing(buffers.errno())) {
        return List.of();
      }
      throw NativeCall.refused(buffers.state(), "open", folder);
    }
    try {
      List<String> names = new ArrayList<>();
      long length = FileCalls.entries(buffers.state(), descriptor, buffers.page());
      while (length > 0 && names.size() < MOST_ENTRIES) {
        add(buffers.page(), length, names);
        length = FileCalls.entries(buffers.state(), descriptor, buffers.page());
      }
      if (length < 0 && !saysMissing(buffers.errno())) {
        throw NativeCall.refused(buffers.state(), "getdents64", folder);
      }
      return names;
    } finally {
      FileCalls.close(buffers.state(), descriptor);
    }
  }

  /** ENOENT also is what a folder gives that was removed after it was opened. */
  private static boolean saysMissing(int errno) {
    return Errno.ENOENT.is(errno) || Errno.ENOTDIR.is(errno);
  }

  private static void add(MemorySegment entries, long length, List<String> names) {
    long entry = 0;
    while (entry + D_NAME < length) {
      long end = entry + Short.toUnsignedInt(entries.get(JAVA_SHORT_UNALIGNED, entry + D_RECLEN));
      String name = FileNames.decode(upToNul(entries, entry + D_NAME, end));
      if (!name.equals(".") && !name.equals("..")) {
        names.add(name);
      }
      entry = end;
    }
  }

  private static byte[] upToNul(MemorySegment entries, long from, long end) {
    long nul = from;
    while (nul < end && entries.get(JAVA_BYTE, nul) != 0) {
      nul++;
    }
    return entries.asSlice(from, nul - from).toArray(JAVA_BYTE);
  }

  /** What a path is, as far as following it goes. */
  public sealed interface Step {
    /** A symbolic link, and where to. */
    record Link(String target) implements Step {}

    /** A file, a folder, or any other thing that is no link. */
    record Thing() implements Step {}

    /** Nothing is there. */
    record Nothing() implements Step {}

    /** Whether anything is there may not be known, or could not be found out. */
    record Refused(int errno) implements Step {}
  }

  /** Looks at a path without following it. */
  public static Step look(String path) {
    CallBuffers buffers = CallBuffers.ofThread();
    if (!buffers.takes(path)) {
      return new Step.Nothing();
    }
    long length = FileCalls.link(buffers.state(), buffers.path(), buffers.page());
    if (length >= 0) {
      return new Step.Link(FileNames.decode(buffers.bytes((int) length)));
    }
    int errno = buffers.errno();
    if (Errno.EINVAL.is(errno)) {
      return new Step.Thing();
    }
    return saysMissing(errno) ? new Step.Nothing() : new Step.Refused(errno);
  }
}
