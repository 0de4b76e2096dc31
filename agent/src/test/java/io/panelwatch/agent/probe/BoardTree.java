package io.panelwatch.agent.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A recorded board that a test makes itself, file by file; paths are below its root. */
final class BoardTree {

  private final Path root;

  /** An empty board. */
  BoardTree(Path root) {
    this.root = root;
  }

  /** A board with one of everything, and nothing the matter with it. */
  static BoardTree healthy(Path root) {
    return new BoardTree(root)
        // power
        .file("sys/class/power_supply/AC/type", "Mains")
        .file("sys/class/power_supply/AC/online", "1")
        .file("sys/class/power_supply/ucsi/type", "USB")
        .file("sys/class/power_supply/ucsi/online", "0")
        .file("sys/class/power_supply/BAT0/type", "Battery")
        .file("sys/class/power_supply/BAT0/status", "Full")
        .file("sys/class/power_supply/BAT0/capacity", "98")
        .file("sys/class/power_supply/BAT0/energy_full", "47000000")
        .file("sys/class/power_supply/BAT0/energy_full_design", "50000000")
        .file("sys/class/power_supply/BAT0/health", "Good")
        .chip("hwmon0", "rpi_volt", "in0_lcrit_alarm", "0")
        .chip("hwmon1", "adt7475", "in2_input", "3300", "in2_min", "3000", "in2_max", "3600")
        // cooling
        .chip("hwmon2", "pwmfan", "fan1_input", "1200", "fan1_min", "600", "fan1_fault", "0")
        .chip("hwmon3", "nct6779", "fan3_input", "0", "fan3_min", "0")
        // temperature
        .file("sys/class/thermal/thermal_zone0/type", "cpu-thermal")
        .file("sys/class/thermal/thermal_zone0/temp", "52000")
        .file("sys/class/thermal/thermal_zone1/type", "ambient-thermal")
        .file("sys/class/thermal/thermal_zone1/temp", "21000")
        .chip("hwmon4", "lm75", "temp1_input", "40000", "temp1_crit", "90000");
  }

  Path root() {
    return root;
  }

  /** One line, as the kernel writes an attribute. */
  BoardTree file(String path, String line) {
    return bytes(path, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  BoardTree bytes(String path, byte[] content) {
    return changed(
        path,
        file -> {
          Files.createDirectories(file.getParent());
          Files.write(file, content);
        });
  }

  BoardTree folder(String path) {
    return changed(path, Files::createDirectories);
  }

  BoardTree link(String path, String target) {
    return changed(
        path,
        link -> {
          Files.createDirectories(link.getParent());
          Files.createSymbolicLink(link, Path.of(target));
        });
  }

  /** A hwmon chip whose attributes are given as name, content, name, content. */
  BoardTree chip(String hwmon, String name, String... attributes) {
    String folder = "sys/class/hwmon/" + hwmon + "/";
    file(folder + "name", name);
    for (int i = 0; i < attributes.length; i += 2) {
      file(folder + attributes[i], attributes[i + 1]);
    }
    return this;
  }

  /** Takes a file away, or a folder with all that is in it. */
  BoardTree delete(String path) {
    return changed(
        path,
        top -> {
          try (Stream<Path> below = Files.walk(top)) {
            List<Path> innermostFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : innermostFirst) {
              Files.delete(each);
            }
          }
        });
  }

  private interface Change {
    void make(Path file) throws IOException;
  }

  private BoardTree changed(String path, Change change) {
    try {
      change.make(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
