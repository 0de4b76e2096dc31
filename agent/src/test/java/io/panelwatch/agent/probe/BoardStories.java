package io.panelwatch.agent.probe;

import java.time.Duration;
import java.util.List;

/** How the processor, the kernel and the board's helpers fail. */
final class BoardStories {

  private static final Duration EVENT = Duration.ofMinutes(1);

  static final List<CodeStory> ALL =
      List.of(
          CodeStory.ofFile(
                  "CPU-601", "cpu", "proc/pressure/cpu", pressure("80.00"), pressure("60.00"))
              .justInside(pressure("79.99"))
              .between(pressure("60.01")),
          CodeStory.of(
                  "BRD-602",
                  "kernel",
                  tree -> tree.file("sys/fs/pstore/dmesg-ramoops-0", "Panic#1 Part1"),
                  tree -> {})
              .countedWithin(EVENT),
          CodeStory.ofFile(
                  "BRD-603", "watchdog0", "sys/class/watchdog/watchdog0/bootstatus", "32", "32")
              .countedWithin(EVENT),
          CodeStory.ofFile(
              "BRD-604",
              "rtc0",
              "run/panelwatch/calls.json",
              StorageStories.calls(50, 60, 2),
              StorageStories.calls(50, 60, 0)));

  private BoardStories() {}

  /** Pressure stall information of the processor. */
  static String pressure(String percent) {
    return """
        some avg10=0.00 avg60=50.00 avg300=%s total=16561890260
        full avg10=0.00 avg60=0.00 avg300=0.00 total=0"""
        .formatted(percent);
  }
}
