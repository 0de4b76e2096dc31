package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Memory;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;

/**
 * The main memory: {@code /proc/meminfo} (proc_meminfo(5)) and the count of {@code /proc/vmstat}.
 *
 * <p>{@code MemAvailable} came with Linux 3.14. Without it what is free or in buffers or caches is
 * taken for available: a little too much, because not all of a cache can be given up.
 */
public final class MemorySource implements SensorSource {

  private static final String COMPONENT = "memory";
  private static final String FILE = "meminfo";
  private static final double KIBIBYTE = 1024;

  private final Tree tree;
  private final SmallFiles files;

  public MemorySource(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
  }

  @Override
  public SensorFamily family() {
    return SensorFamily.MEMORY;
  }

  @Override
  public String lookedIn() {
    return tree.path("proc/" + FILE);
  }

  @Override
  public List<Memory> read() {
    FileText info = files.table(tree.path("proc"), FILE);
    FileText counts = files.table(tree.path("proc"), "vmstat");
    if (missing(info) && missing(counts)) {
      return List.of();
    }
    Measured total = number(info, "MemTotal");
    return List.of(
        new Memory(
            COMPONENT,
            lookedIn(),
            Attributes.map(total, kibibytes -> kibibytes * KIBIBYTE),
            availablePercent(info, total),
            number(counts, "oom_kill")));
  }

  private static Measured availablePercent(FileText info, Measured total) {
    Measured available = number(info, "MemAvailable");
    if (available instanceof Measured.Absent) {
      available = sum(number(info, "MemFree"), number(info, "Buffers"), number(info, "Cached"));
    }
    return available instanceof Measured.Value(double part)
            && total instanceof Measured.Value(double whole)
        ? whole > 0 ? Measured.of(Math.min(100, part * 100 / whole)) : Measured.absent()
        : available;
  }

  private static Measured sum(Measured... parts) {
    double sum = 0;
    for (Measured part : parts) {
      if (!(part instanceof Measured.Value(double value))) {
        return part;
      }
      sum += value;
    }
    return Measured.of(sum);
  }

  private static Measured number(FileText table, String key) {
    return switch (table) {
      case FileText.Text(String text) -> new KeyedNumbers(text).number(key);
      case FileText.Unread unread when unread.missing() -> Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  private static boolean missing(FileText table) {
    return table instanceof FileText.Unread unread && unread.missing();
  }
}
