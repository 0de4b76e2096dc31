package io.panelwatch.hal.linux.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.kernel.CallBuffers;
import io.panelwatch.hal.linux.kernel.FileCalls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Reads the small files of sysfs and procfs: one open, a bounded read, one close, errno kept.
 *
 * <p>Java's own channels turn errno into text, and ENODATA, EAGAIN and EIO of a driver mean
 * different things. Files are opened with {@code O_NONBLOCK}, so that a FIFO in a file's place does
 * not hang the scan; a driver that hangs in its read does, and whoever reads bounds it.
 *
 * <p>Thread-safe: each thread reads into memory of its own.
 */
public class SmallFiles {

  /** sysfs never shows more than a page ({@code sysfs_emit}). */
  static final int ATTRIBUTE_BYTES = 4096;

  /** Enough for some thousand mounts or routes; what lies behind is not looked at. */
  static final int TABLE_BYTES = 1 << 20;

  private final Tree tree;

  public SmallFiles(Tree tree) {
    this.tree = tree;
  }

  /** Reads an attribute: what one read(2) gives, at most {@link #ATTRIBUTE_BYTES}. */
  public FileText attribute(String folder, String name) {
    return read(folder, name, ATTRIBUTE_BYTES, UTF_8);
  }

  /** Reads a table, at most {@link #TABLE_BYTES} of it. */
  public FileText table(String folder, String name) {
    return read(folder, name, TABLE_BYTES, UTF_8);
  }

  /** Reads a table whose bytes need not be text: each becomes the character of its number. */
  public FileText tableOfBytes(String folder, String name) {
    return read(folder, name, TABLE_BYTES, ISO_8859_1);
  }

  private FileText read(String folder, String name, int limit, Charset charset) {
    CallBuffers buffers = CallBuffers.ofThread();
    String file = folder + "/" + name;
    int descriptor = open(buffers, folder, name);
    if (descriptor < 0) {
      return new FileText.Unread(-descriptor, "open", file);
    }
    try {
      return limit <= ATTRIBUTE_BYTES
          ? readOnce(buffers, descriptor, file, charset)
          : readAll(buffers, descriptor, file, limit, charset);
    } finally {
      FileCalls.close(buffers.state(), descriptor);
    }
  }

  /** A descriptor, or errno made negative. */
  private int open(CallBuffers buffers, String folder, String name) {
    Optional<String> place = tree.place(folder);
    if (place.isEmpty()) {
      return -Errno.ENOENT.number();
    }
    int descriptor = open(buffers, place.get() + "/" + name);
    if (Errno.ELOOP.is(-descriptor)) {
      // O_NOFOLLOW met a link. Rare enough to look where it leads before it is followed.
      return switch (tree.follow(folder + "/" + name)) {
        case Tree.Way.To(String real) -> open(buffers, real);
        case Tree.Way.Refused(int errno) -> -errno;
      };
    }
    return descriptor;
  }

  private static int open(CallBuffers buffers, String file) {
    if (!buffers.takes(file)) {
      return -Errno.ENAMETOOLONG.number();
    }
    int descriptor = FileCalls.open(buffers.state(), buffers.path(), FileCalls.NOT_FOLLOWING);
    return descriptor < 0 ? -buffers.errno() : descriptor;
  }

  private static FileText readOnce(
      CallBuffers buffers, int descriptor, String file, Charset charset) {
    long length = FileCalls.read(buffers.state(), descriptor, buffers.page(), ATTRIBUTE_BYTES);
    return length < 0
        ? unread(buffers, file)
        : new FileText.Text(text(buffers.bytes((int) length), charset));
  }

  private static FileText readAll(
      CallBuffers buffers, int descriptor, String file, int limit, Charset charset) {
    var whole = new ByteArrayOutputStream(ATTRIBUTE_BYTES);
    long chunk = buffers.page().byteSize();
    while (whole.size() < limit) {
      long length = FileCalls.read(buffers.state(), descriptor, buffers.page(), chunk);
      if (length < 0) {
        return unread(buffers, file);
      }
      if (length == 0) {
        break;
      }
      whole.writeBytes(buffers.bytes((int) length));
    }
    return new FileText.Text(text(whole.toByteArray(), charset));
  }

  private static FileText unread(CallBuffers buffers, String file) {
    return new FileText.Unread(buffers.errno(), "read", file);
  }

  /** Invalid UTF-8 becomes U+FFFD; a device tree's closing NUL goes, as line ends do. */
  private static String text(byte[] bytes, Charset charset) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
      end--;
    }
    return new String(bytes, 0, end, charset);
  }
}
