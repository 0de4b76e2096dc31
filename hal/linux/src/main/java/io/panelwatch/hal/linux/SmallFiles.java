package io.panelwatch.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Reads the small files of sysfs and procfs: one open, a bounded read, one close, errno kept.
 *
 * <p>Java's own channels turn errno into text, and ENODATA, EAGAIN and EIO of a driver mean
 * different things. Files are opened with {@code O_NONBLOCK}, so that a FIFO in a file's place does
 * not hang the scan; a driver that hangs in its read does, and whoever reads bounds it.
 *
 * <p>Not thread-safe: the native buffers are used again and again. They are freed with this object.
 */
final class SmallFiles {

  /** sysfs never shows more than a page ({@code sysfs_emit}). */
  static final int ATTRIBUTE_BYTES = 4096;

  /** Enough for some thousand mounts or routes; what lies behind is not looked at. */
  static final int TABLE_BYTES = 1 << 20;

  private static final int PATH_BYTES = 4096; // PATH_MAX of linux/limits.h

  private static final int OPEN_FLAGS =
      FileCalls.O_RDONLY
          | FileCalls.O_CLOEXEC
          | FileCalls.O_NONBLOCK
          | FileCalls.O_NOCTTY
          | FileCalls.O_NOFOLLOW;

  private final Tree tree;
  private final MemorySegment state;
  private final MemorySegment path;
  private final MemorySegment buffer;

  SmallFiles(Tree tree) {
    this.tree = tree;
    Arena arena = Arena.ofAuto(); // one source is read from many threads, one after the other
    state = arena.allocate(NativeCall.STATE);
    path = arena.allocate(PATH_BYTES);
    buffer = arena.allocate(ATTRIBUTE_BYTES);
  }

  /** Reads an attribute: what one read(2) gives, at most {@link #ATTRIBUTE_BYTES}. */
  FileText attribute(String folder, String name) {
    return read(folder, name, ATTRIBUTE_BYTES);
  }

  /** Reads a table, at most {@link #TABLE_BYTES} of it. */
  FileText table(String folder, String name) {
    return read(folder, name, TABLE_BYTES);
  }

  private FileText read(String folder, String name, int limit) {
    String file = folder + "/" + name;
    if (!tree.holds(folder)) {
      return new FileText.Unread(Errno.ENOENT.number(), "open", file);
    }
    int descriptor = open(file);
    if (Errno.ELOOP.is(-descriptor)) {
      // O_NOFOLLOW met a link. Rare enough to look where it leads before it is followed.
      int refused = descriptor;
      descriptor = tree.realPath(file).map(this::open).orElse(refused);
    }
    if (descriptor < 0) {
      return new FileText.Unread(-descriptor, "open", file);
    }
    try {
      return limit <= ATTRIBUTE_BYTES
          ? readOnce(descriptor, file)
          : readAll(descriptor, file, limit);
    } finally {
      FileCalls.close(state, descriptor);
    }
  }

  /** A descriptor, or errno made negative. */
  private int open(String file) {
    byte[] bytes = file.getBytes(UTF_8);
    if (bytes.length >= PATH_BYTES) {
      return -Errno.ENAMETOOLONG.number();
    }
    MemorySegment.copy(bytes, 0, path, ValueLayout.JAVA_BYTE, 0, bytes.length);
    path.set(ValueLayout.JAVA_BYTE, bytes.length, (byte) 0);
    int descriptor = FileCalls.open(state, path, OPEN_FLAGS);
    return descriptor < 0 ? -NativeCall.errno(state) : descriptor;
  }

  private FileText readOnce(int descriptor, String file) {
    long length = FileCalls.read(state, descriptor, buffer, ATTRIBUTE_BYTES);
    return length < 0 ? unread(file) : new FileText.Text(text(bytes((int) length)));
  }

  private FileText readAll(int descriptor, String file, int limit) {
    var whole = new ByteArrayOutputStream(ATTRIBUTE_BYTES);
    while (whole.size() < limit) {
      long length = FileCalls.read(state, descriptor, buffer, ATTRIBUTE_BYTES);
      if (length < 0) {
        return unread(file);
      }
      if (length == 0) {
        break;
      }
      whole.writeBytes(bytes((int) length));
    }
    return new FileText.Text(text(whole.toByteArray()));
  }

  private FileText unread(String file) {
    return new FileText.Unread(NativeCall.errno(state), "read", file);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    return bytes;
  }

  /** Invalid UTF-8 becomes U+FFFD; a device tree's closing NUL goes, as line ends do. */
  private static String text(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
      end--;
    }
    return new String(bytes, 0, end, UTF_8);
  }
}
