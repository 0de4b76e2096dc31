package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.List;

/** How memory fails and runs out. */
final class MemoryStories {

  private static final String MC0 = "sys/devices/system/edac/mc/mc0/";

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile("MEM-503", "mc0", MC0 + "ue_count", "1", "1")
              .lingering(Duration.ofMinutes(1)),
          CodeStory.ofFile("MEM-503", "mc0", MC0 + "ce_count", "14", "14")
              .lingering(Duration.ofHours(1)));

  private MemoryStories() {}
}
