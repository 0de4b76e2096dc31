package io.panelwatch.hal.linux.board;

import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.linux.file.FileText;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.time.Duration;
import java.util.OptionalDouble;

/** Which boot this is ({@code random(4)}) and how long ago it was ({@code proc_uptime(5)}). */
public final class Boots {

  private static final String RANDOM = "proc/sys/kernel/random";

  private Boots() {}

  public static BootInfo of(Tree tree) {
    var files = new SmallFiles(tree);
    String id = files.attribute(tree.path(RANDOM), "boot_id").or("").strip();
    double seconds = seconds(uptime(tree, files).or("")).orElse(0);
    return new BootInfo(id, Duration.ofMillis(Math.round(seconds * 1_000)));
  }

  /** The text of {@code /proc/uptime}. */
  static FileText uptime(Tree tree, SmallFiles files) {
    return files.attribute(tree.path("proc"), "uptime");
  }

  /** The first of its two numbers, in seconds with two decimals; empty where there is none. */
  static OptionalDouble seconds(String text) {
    try {
      double parsed = Double.parseDouble(text.strip().split(" ", 2)[0]);
      return parsed >= 0 && Double.isFinite(parsed)
          ? OptionalDouble.of(parsed)
          : OptionalDouble.empty();
    } catch (NumberFormatException noUptime) {
      return OptionalDouble.empty();
    }
  }
}
