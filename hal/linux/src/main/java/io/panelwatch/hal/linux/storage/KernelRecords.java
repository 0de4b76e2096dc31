package io.panelwatch.hal.linux.storage;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the records of a kernel log apart, as {@code /dev/kmsg} gives them
 * (Documentation/ABI/testing/dev-kmsg of the kernel):
 *
 * <pre>
 * 3,1234,567890123,-;I/O error, dev sda, sector 2048 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2
 *  SUBSYSTEM=block
 *  DEVICE=+block:sda
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class KernelRecords {

  /** A record is at most 8 KiB with its dictionary ({@code CONSOLE_EXT_LOG_MAX} of the kernel). */
  static final int RECORD_BYTES = 8192;

  /** The first number is {@code facility << 3 | level}; facility 0 is the kernel, and only it. */
  private static final int FIRST_OF_USERS = 8;

  /** The begin of a line whose end was not there yet: never of the kernel's own device. */
  private String rest = "";

  /**
   * Takes what one read gave.
   *
   * @param messages gets what the kernel itself said: not the lines of a dictionary, not what
   *     programs wrote to its log
   */
  void take(String read, Consumer<String> messages) {
    String text = rest + read;
    int end = text.lastIndexOf('\n') + 1;
    rest = text.length() - end <= RECORD_BYTES ? text.substring(end) : "";
    text.substring(0, end).lines().map(KernelRecords::message).forEach(m -> m.ifPresent(messages));
  }

  /** What is taken next begins with a line of its own. */
  void beginAnew() {
    rest = "";
  }

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
