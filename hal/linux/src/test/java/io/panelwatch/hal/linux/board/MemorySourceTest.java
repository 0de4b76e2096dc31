package io.panelwatch.hal.linux.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Memory;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemorySourceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  private Memory memory() throws IOException {
    return tree.samples(SensorFamily.MEMORY, Memory.class).getFirst();
  }

  @Test
  void availableMemoryIsAPercentageOfAll() throws IOException {
    tree.file("proc/meminfo", "MemTotal:        4000 kB\nMemFree: 100 kB\nMemAvailable:  1000 kB")
        .file("proc/vmstat", "nr_free_pages 1\noom_kill_x 9\noom_kill 3");

    assertEquals(
        new Memory(
            "memory",
            folder + "/proc/meminfo",
            Measured.of(4000.0 * 1024),
            Measured.of(25),
            Measured.of(3)),
        memory());
  }

  @Test
  void kernelWithoutMemAvailableCountsFreeBuffersAndCaches() throws IOException {
    tree.file(
        "proc/meminfo",
        "MemTotal: 1000 kB\nMemFree: 60 kB\nBuffers: 5 kB\nCached: 245 kB\nSwapCached: 500 kB");

    assertEquals(Measured.of(31), memory().availablePercent());
    assertEquals(Measured.absent(), memory().oomKills());
  }

  @Test
  void memoryOfNothingIsNoData() throws IOException {
    tree.file("proc/meminfo", "MemTotal: 0 kB\nMemAvailable: 0 kB");

    assertEquals(Measured.absent(), memory().availablePercent());
  }

  @Test
  void countBehindTheFirstPageIsRead() throws IOException {
    tree.file("proc/vmstat", "nr_something 1\n".repeat(500) + "oom_kill 7");

    assertEquals(Measured.of(7), memory().oomKills());
  }

  @Test
  void boardWithoutEitherTableHasNoMemoryToJudge() throws IOException {
    assertEquals(List.of(), tree.samples(SensorFamily.MEMORY, Memory.class));
  }
}
