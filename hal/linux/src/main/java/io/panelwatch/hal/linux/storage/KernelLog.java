package io.panelwatch.hal.linux.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.CallBuffers;
import io.panelwatch.hal.linux.kernel.FileCalls;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The new lines of the kernel's log: {@code /dev/kmsg}, or the recording of it, a line of which is
 * a record. Where {@code dmesg_restrict} is set, reading it needs CAP_SYSLOG.
 *
 * <p>The log is a ring that holds lines from before this program began: only those that come after
 * it was opened count. So it stays open, the one file in this module that does. What the ring
 * overwrites before it was read is lost, and reading goes on behind the gap.
 *
 * <p>Thread-safe: whoever closes it need not be who reads it. Never blocks.
 */
final class KernelLog implements AutoCloseable {

  private static final String FOLDER = "dev";
  private static final String NAME = "kmsg";

  /** A kernel that talks faster than it is listened to is listened to again at the next scan. */
  private static final int MOST_READS = 4096;

  private static final int NONE = -1;

  private final Tree tree;
  private final KernelRecords records = new KernelRecords();
  private int descriptor = NONE;
  private boolean closed;

  KernelLog(Tree tree) {
    this.tree = tree;
  }

  /**
   * Tells what the kernel has said since the last time, at the first time nothing.
   *
   * @return why nobody knows; empty where all of it was told. Asked again at the next time
   */
  synchronized Optional<Measured> read(Consumer<String> messages) {
    if (closed) {
      return Optional.of(Measured.absent());
    }
    Optional<Measured> refused = descriptor == NONE ? open() : Optional.empty();
    return refused.isPresent() ? refused : readOpen(messages);
  }

  private Optional<Measured> readOpen(Consumer<String> messages) {
    CallBuffers buffers = CallBuffers.ofThread();
    for (int i = 0; i < MOST_READS; i++) {
      long length =
          FileCalls.read(buffers.state(), descriptor, buffers.page(), KernelRecords.RECORD_BYTES);
      int errno = length < 0 ? buffers.errno() : 0;
      if (length > 0) {
        records.take(new String(buffers.bytes((int) length), ISO_8859_1), messages);
      } else if (length == 0 || Errno.EAGAIN.is(errno)) {
        break;
      } else if (!isOfOneRecord(errno)) {
        release();
        return Optional.of(unread(errno, "read"));
      }
    }
    return Optional.empty();
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

  /** Opens the log behind its last record; in a FIFO or the like there is no such place. */
  private Optional<Measured> open() {
    CallBuffers buffers = CallBuffers.ofThread();
    Optional<String> folder = tree.place(tree.path(FOLDER));
    if (folder.isEmpty() || !buffers.takes(folder.get() + "/" + NAME)) {
      return Optional.of(Measured.absent());
    }
    descriptor =
        Math.max(NONE, FileCalls.open(buffers.state(), buffers.path(), FileCalls.NOT_FOLLOWING));
    if (descriptor == NONE) {
      return Optional.of(unread(buffers.errno(), "open"));
    }
    if (FileCalls.seek(buffers.state(), descriptor, 0, FileCalls.SEEK_END) < 0) {
      int errno = buffers.errno();
      release();
      return Optional.of(unread(errno, "lseek"));
    }
    return Optional.empty();
  }

  private Measured unread(int errno, String call) {
    String path = tree.path(FOLDER) + "/" + NAME;
    return Errno.saysAbsent(errno) || Errno.ENOTDIR.is(errno)
        ? Measured.absent()
        : Measured.refused(errno, call, path);
  }

  /**
   * EPIPE: the ring has overtaken the reader, and the next read begins with the oldest that is
   * left. EINVAL: a record longer than the buffer, which is passed over.
   */
  private static boolean isOfOneRecord(int errno) {
    return Errno.EPIPE.is(errno) || Errno.EINVAL.is(errno) || Errno.EINTR.is(errno);
  }
}
