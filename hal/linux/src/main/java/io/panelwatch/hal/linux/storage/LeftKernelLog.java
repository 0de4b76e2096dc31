package io.panelwatch.hal.linux.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.SignOfLife;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.kernel.CallBuffers;
import io.panelwatch.hal.linux.kernel.FileCalls;
import io.panelwatch.hal.linux.kernel.FileStamp;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The kernel's log for a program that may not read it: a helper with CAP_SYSLOG appends what it
 * reads from {@code /dev/kmsg} to {@code /run/panelwatch/kmsg}, record by record as it is.
 *
 * <p>Lines that are there when it is first looked at are old. A file that comes later is new from
 * its first line on, and so is one that takes another's place because that one was full: another
 * inode, or shorter than what was read.
 *
 * <p>The kernel may have nothing to say for days, so the helper touches the file meanwhile: one
 * that nobody writes is a failure ({@link SignOfLife}).
 *
 * <p>Not thread-safe. Keeps nothing open, so that the helper may delete it at any time.
 */
final class LeftKernelLog {

  private static final String FILE = "run/panelwatch/kmsg";

  /** 1 MiB a scan; the rest at the next one. */
  private static final int MOST_READS = 128;

  private final Tree tree;
  private final SignOfLife helper;
  private final KernelRecords records = new KernelRecords();
  private Optional<FileStamp> known = Optional.empty();
  private boolean looked;
  private long offset;

  LeftKernelLog(Tree tree, SignOfLife helper) {
    this.tree = tree;
    this.helper = helper;
  }

  /**
   * Tells what has been appended since the last time, at the first time nothing.
   *
   * @return why nobody knows what it told, absent where there is no such log; empty where all of it
   *     was told
   */
  Optional<Measured> read(Consumer<String> messages) {
    Optional<FileStamp> now = tree.look(tree.path(FILE));
    if (now.isPresent() && !isContinued(now.get())) {
      offset = looked ? 0 : now.get().bytes();
      records.beginAnew();
    }
    known = now;
    looked = true;
    if (now.isEmpty() || !readOn(messages)) {
      return Optional.of(Measured.absent());
    }
    return helper.isOver(now.get().modified())
        ? Optional.of(SignOfLife.silence(tree.path(FILE)))
        : Optional.empty();
  }

  private boolean isContinued(FileStamp now) {
    return known.filter(now::isOfTheSameFile).isPresent() && now.bytes() >= offset;
  }

  private boolean readOn(Consumer<String> messages) {
    CallBuffers buffers = CallBuffers.ofThread();
    Optional<String> file =
        tree.live() ? Optional.of(tree.path(FILE)) : tree.realPath(tree.path(FILE));
    if (file.isEmpty() || !buffers.takes(file.get())) {
      return false;
    }
    int descriptor = FileCalls.open(buffers.state(), buffers.path(), FileCalls.NOT_FOLLOWING);
    if (descriptor < 0) {
      return false;
    }
    try {
      return FileCalls.seek(buffers.state(), descriptor, offset, FileCalls.SEEK_SET) == offset
          && readOn(descriptor, buffers, messages);
    } finally {
      FileCalls.close(buffers.state(), descriptor);
    }
  }

  private boolean readOn(int descriptor, CallBuffers buffers, Consumer<String> messages) {
    for (int i = 0; i < MOST_READS; i++) {
      long length =
          FileCalls.read(buffers.state(), descriptor, buffers.page(), KernelRecords.RECORD_BYTES);
      if (length <= 0) {
        return length == 0;
      }
      offset += length;
      records.take(new String(buffers.bytes((int) length), ISO_8859_1), messages);
    }
    return true;
  }
}
