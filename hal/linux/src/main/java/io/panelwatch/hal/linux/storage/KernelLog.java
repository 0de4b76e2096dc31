package io.panelwatch.hal.linux.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.CallBuffers;
import io.panelwatch.hal.linux.kernel.FileCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The new lines of the kernel's log: {@code /dev/kmsg} (Documentation/ABI/testing/dev-kmsg of the
 * kernel), or the recording of it, a line of which is a record.
 *
 * <pre>
 * 3,1234,567890123,-;I/O error, dev sda, sector 2048 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2
 *  SUBSYSTEM=block
 *  DEVICE=+block:sda
 * </pre>
 *
 * <p>The log is a ring that holds lines from before this program began: only those that come after
 * it was opened count. So it stays open, the one file in this package that does. What the ring
 * overwrites before it was read is lost, and reading goes on behind the gap.
 *
 * <p>Thread-safe: whoever closes it need not be who reads it. Never blocks.
 */
final class KernelLog implements AutoCloseable {

  /** A record is at most 8 KiB with its dictionary ({@code CONSOLE_EXT_LOG_MAX} of the kernel). */
  private static final int RECORD_BYTES = 8192;

  /** A kernel that talks faster than it is listened to is listened to again at the next scan. */
  private static final int MOST_READS = 4096;

  private static final int FLAGS =
      FileCalls.O_RDONLY
          | FileCalls.O_CLOEXEC
          | FileCalls.O_NONBLOCK
          | FileCalls.O_NOCTTY
          | FileCalls.O_NOFOLLOW;

  /** The first number is {@code facility << 3 | level}; facility 0 is the kernel, and only it. */
  private static final int FIRST_OF_USERS = 8;

  private static final int NONE = -1;

  private final Tree tree;
  private int descriptor = NONE;
  private boolean closed;

  /** The begin of a line whose end was not there yet: only in recordings. */
  private String rest = "";

  KernelLog(Tree tree) {
    this.tree = tree;
  }

  /**
   * What the kernel has said since the last time, at the first time nothing. Empty where there is
   * no such log, or it may not be read: that needs CAP_SYSLOG where {@code dmesg_restrict} is set.
   */
  synchronized Optional<List<String>> newMessages() {
    if (closed || (descriptor == NONE && !open())) {
      return Optional.empty();
    }
    CallBuffers buffers = CallBuffers.ofThread();
    var messages = new ArrayList<String>();
    for (int i = 0; i < MOST_READS; i++) {
      long length = FileCalls.read(buffers.state(), descriptor, buffers.page(), RECORD_BYTES);
      int errno = length < 0 ? buffers.errno() : 0;
      if (length > 0) {
        take(new String(buffers.bytes((int) length), ISO_8859_1), messages);
      } else if (length == 0 || Errno.EAGAIN.is(errno)) {
        return Optional.of(messages);
      } else if (!isOfOneRecord(errno)) {
        release(); // no log at all, as a folder in its place; asked again at the next time
        return Optional.empty();
      }
    }
    return Optional.of(messages);
  }

  /** Gives the descriptor back; nothing is read any more. */
  @Override
  public synchronized void close() {
    closed = true;
    release();
  }

  private void release() {
    if (descriptor != NONE) {
      FileCalls.close(CallBuffers.ofThread().state(), descriptor);
      descriptor = NONE;
    }
  }

  /** Opens the log behind its last record; a FIFO or the like in its place is none. */
  private boolean open() {
    CallBuffers buffers = CallBuffers.ofThread();
    Optional<String> folder = tree.place(tree.path("dev"));
    if (folder.isEmpty() || !buffers.takes(folder.get() + "/kmsg")) {
      return false;
    }
    descriptor = Math.max(NONE, FileCalls.open(buffers.state(), buffers.path(), FLAGS));
    if (descriptor != NONE
        && FileCalls.seek(buffers.state(), descriptor, 0, FileCalls.SEEK_END) < 0) {
      release();
    }
    return descriptor != NONE;
  }

  /**
   * EPIPE: the ring has overtaken the reader, and the next read begins with the oldest that is
   * left. EINVAL: a record longer than the buffer, which is passed over.
   */
  private static boolean isOfOneRecord(int errno) {
    return Errno.EPIPE.is(errno) || Errno.EINVAL.is(errno) || Errno.EINTR.is(errno);
  }

  /** A read of the log gives one whole record; a read of a recording gives lines, the last cut. */
  private void take(String read, List<String> messages) {
    String text = rest + read;
    int end = text.lastIndexOf('\n') + 1;
    rest = text.length() - end <= RECORD_BYTES ? text.substring(end) : "";
    text.substring(0, end)
        .lines()
        .map(KernelLog::message)
        .flatMap(Optional::stream)
        .forEach(messages::add);
  }

  /** What the kernel itself said: not the lines of a dictionary, not what programs wrote to it. */
  private static Optional<String> message(String line) {
    int comma = line.indexOf(',');
    int semicolon = line.indexOf(';');
    if (comma < 1 || comma > 3 || semicolon < comma) {
      return Optional.empty();
    }
    try {
      return Integer.parseInt(line, 0, comma, 10) < FIRST_OF_USERS
          ? Optional.of(line.substring(semicolon + 1))
          : Optional.empty();
    } catch (NumberFormatException notARecord) {
      return Optional.empty(); // a line of a recording that is none
    }
  }
}
