package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.Measured;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts, by disk, the requests that the kernel log tells to have failed; where that may not be
 * read, those that the log tells which a helper leaves.
 *
 * <p>Counted is the line of {@code blk_print_req_error} (block/blk-mq.c; {@code print_req_error},
 * {@code blk_update_request} in older kernels), once for each request. Not counted are {@code
 * Buffer I/O error} lines, which repeat the same failure for a partition or a mapping, and errors
 * that a healthy disk gives as an answer: a command it does not know ({@code operation not
 * supported}, {@code critical target}), no space left on a thin volume, a reservation ({@code
 * critical nexus}), and a path that another one stands in for ({@code recoverable transport}).
 *
 * <p>Not thread-safe.
 */
final class DiskErrorLog {

  private static final Pattern REQUEST_FAILED =
      Pattern.compile(
          "\\b(?:I/O|critical medium|protection|timeout|device offline) error,"
              + " dev ([A-Za-z0-9!/_.-]{1,32}),? sector ");

  /** A namespace, and the number of its controller. */
  private static final Pattern NAMESPACE = Pattern.compile("nvme(?:[0-9]+c)?([0-9]+)n[0-9]+");

  /** More disks than a board has; what forged or garbled lines name beyond is not counted. */
  private static final int MOST_DISKS = 64;

  /**
   * What was counted up to now.
   *
   * @param failed by the name in {@code /sys/block}
   * @param unread why nobody knows, where neither log could be read
   */
  record Counts(Map<String, Integer> failed, Optional<Measured> unread) {

    Counts {
      failed = Map.copyOf(failed);
    }

    /** The count of a disk: 0 where the log does not name it. */
    Measured of(String disk) {
      return unread.orElseGet(() -> Measured.of((double) failed.getOrDefault(disk, 0)));
    }

    /**
     * The sum over the namespaces of an NVMe controller: {@code nvme0n1} of {@code nvme0}, and
     * {@code nvme2c0n1} where the same namespace is reached through several controllers.
     */
    Measured ofNamespaces(String controller) {
      return unread.orElseGet(
          () ->
              Measured.of(
                  failed.entrySet().stream()
                      .filter(entry -> isOf(controller, entry.getKey()))
                      .mapToDouble(Map.Entry::getValue)
                      .sum()));
    }

    private static boolean isOf(String controller, String disk) {
      Matcher namespace = NAMESPACE.matcher(disk);
      return namespace.matches() && controller.equals("nvme" + namespace.group(1));
    }
  }

  private final KernelLog log;
  private final LeftKernelLog left;
  private final Map<String, Integer> failed = new HashMap<>();

  DiskErrorLog(KernelLog log, LeftKernelLog left) {
    this.log = log;
    this.left = left;
  }

  /** Takes in what is new in the log. */
  Counts read() {
    Optional<Measured> unread = log.read(this::count);
    return new Counts(failed, unread.flatMap(this::orLeft));
  }

  /** What a helper leaves stands for the kernel's own, unless there is none. */
  private Optional<Measured> orLeft(Measured unread) {
    return left.read(this::count).map(why -> why instanceof Measured.Absent ? unread : why);
  }

  /** The kernel prints the slash that sysfs cannot have in a name: {@code cciss/c0d0}. */
  private void count(String message) {
    Matcher found = REQUEST_FAILED.matcher(message);
    if (found.find()) {
      String disk = found.group(1).replace('/', '!');
      if (failed.size() < MOST_DISKS || failed.containsKey(disk)) {
        failed.merge(disk, 1, Integer::sum);
      }
    }
  }
}
