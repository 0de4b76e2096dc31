package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.List;

/** How memory fails and runs out. */
final class MemoryStories {

  private static final String MC0 = "sys/devices/system/edac/mc/mc0/";

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("MEM-501", "memory", "proc/meminfo", available(400), available(600))
              .justInside(available(401))
              .between(available(599)),
          CodeStory.ofFile("MEM-501", "memory", "proc/meminfo", available(200), available(400))
              .atLevel(2)
              .justInside(available(201))
              .between(available(399))
              .leaving("CONFIRMED MEM-501 memory MINOR", available(600)),
          CodeStory.ofFile(
                  "MEM-502",
                  "memory",
                  "proc/vmstat",
                  "nr_free_pages 0\noom_kill 2",
                  "nr_free_pages 4711\noom_kill 2")
              .countedWithin(Duration.ofMinutes(1)),
          CodeStory.ofFile("MEM-503", "mc0", MC0 + "ue_count", "1", "1")
              .atLevel(2)
              .countedWithin(Duration.ofMinutes(1)),
          CodeStory.ofFile("MEM-503", "mc0", MC0 + "ce_count", "14", "36")
              .justInside("13")
              .goingOn((tree, sample) -> tree.file(MC0 + "ce_count", 25 + 11 * sample + ""))
              .countedWithin(Duration.ofHours(1)));

  private MemoryStories() {}

  /** A board with 4000 kB, of which so many are available. */
  static String available(int kilobytes) {
    return "MemTotal:        4000 kB\nMemFree:           90 kB\nMemAvailable:    %d kB"
        .formatted(kilobytes);
  }
}
