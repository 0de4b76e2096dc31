package io.panelwatch.hal.linux;

import io.panelwatch.hal.BootInfo;
import java.time.Duration;

/** Which boot this is ({@code random(4)}) and how long ago it was ({@code proc_uptime(5)}). */
final class Boots {

  private static final String RANDOM = "proc/sys/kernel/random";

  private Boots() {}

  static BootInfo of(Tree tree) {
    var files = new SmallFiles(tree);
    String id = files.attribute(tree.path(RANDOM), "boot_id").or("").strip();
    return new BootInfo(id, uptime(files.attribute(tree.path("proc"), "uptime").or("")));
  }

  /** The first of two numbers, in seconds with two decimals. */
  private static Duration uptime(String text) {
    String seconds = text.strip().split(" ", 2)[0];
    try {
      double parsed = Double.parseDouble(seconds);
      return Duration.ofMillis(Math.max(0, Math.round(parsed * 1_000)));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }
}
