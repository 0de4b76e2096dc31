package io.panelwatch.hal.linux.storage;

import io.panelwatch.hal.Measured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts, by disk, the requests that the kernel log tells to have failed.
 *
 * <p>Counted is the line of {@code blk_print_req_error} (block/blk-mq.c; {@code print_req_error},
 * {@code blk_update_request} in older kernels), once for each request. Not counted are {@code
 * Buffer I/O error} lines, which repeat the same failure for a partition or a mapping, and errors
 * that a healthy disk gives as an answer: a command it does not know ({@code operation not
 * supported}, {@code critical target}), no space left on a thin volume.
 *
 * <p>Not thread-safe.
 */
final class DiskErrorLog {

  private static final Pattern REQUEST_FAILED =
      Pattern.compile(
          "\\b(?:I/O|critical medium|protection|timeout|device offline) error,"
              + " dev ([A-Za-z0-9!_.-]{1,32}),? sector ");

  /** More disks than a board has; what forged or garbled lines name beyond is not counted. */
  private static final int MOST_DISKS = 64;

  private final KernelLog log;
  private final Map<String, Integer> failed = new HashMap<>();

  DiskErrorLog(KernelLog log) {
    this.log = log;
  }

  /** Takes in what is new in the log; gives the counts by disk, or nothing without a log. */
  Optional<Map<String, Integer>> read() {
    Optional<List<String>> messages = log.newMessages();
    messages.orElse(List.of()).forEach(this::count);
    return messages.map(_ -> failed);
  }

  /** The count of a disk: 0 where the log does not name it, absent where there is no log. */
  static Measured of(String disk, Optional<Map<String, Integer>> counts) {
    return counts
        .map(byDisk -> Measured.of((double) byDisk.getOrDefault(disk, 0)))
        .orElseGet(Measured::absent);
  }

  /** The sum over the namespaces of an NVMe controller: {@code nvme0n1} of {@code nvme0}. */
  static Measured ofNamespaces(String controller, Optional<Map<String, Integer>> counts) {
    return counts
        .map(
            byDisk ->
                byDisk.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(controller + "n"))
                    .mapToInt(Map.Entry::getValue)
                    .sum())
        .map(sum -> Measured.of((double) sum))
        .orElseGet(Measured::absent);
  }

  private void count(String message) {
    Matcher found = REQUEST_FAILED.matcher(message);
    if (found.find() && (failed.size() < MOST_DISKS || failed.containsKey(found.group(1)))) {
      failed.merge(found.group(1), 1, Integer::sum);
    }
  }
}
