package io.panelwatch.hal.linux;

import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Link;
import io.panelwatch.hal.BoardInventory.Sensor;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.linux.file.DevicePlace;
import io.panelwatch.hal.linux.file.DeviceTexts;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.storage.InstalledDisks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tree is made of: disks, links and sensors with the place of their device, and the software
 * below us. Reads everything anew at each call.
 */
final class InventoryReader {

  private static final String NET = "sys/class/net";

  /** {@code /sys/class/hwmon/hwmon2} of {@code /sys/class/hwmon/hwmon2/device/fan1_input}. */
  private static final Pattern CLASS_ENTRY = Pattern.compile("(.*/sys/class/[^/]+/[^/]+)(?:/.*)?");

  /** {@code .../fan1} of {@code .../fan1_input}. */
  private static final Pattern CHANNEL = Pattern.compile("(.*)/((?:fan|temp|in)[0-9]+)_[a-z_]+");

  private static final Pattern PRETTY_NAME = Pattern.compile("(?m)^PRETTY_NAME=\"?([^\"\n]*)\"?$");

  private final Tree tree;
  private final DeviceTexts texts;
  private final List<SensorSource> sources;

  /**
   * @param sources the families whose channels are listed; read by nobody else
   */
  InventoryReader(Tree tree, List<SensorSource> sources) {
    this.tree = tree;
    texts = new DeviceTexts(new SmallFiles(tree));
    this.sources = sources;
  }

  BoardInventory read() {
    return new BoardInventory(
        new InstalledDisks(tree, texts).list(), links(), sensors(), software());
  }

  private List<Link> links() {
    String folder = tree.path(NET);
    return tree.names(folder).stream()
        .map(name -> folder + "/" + name)
        .filter(entry -> tree.holds(entry + "/device"))
        .map(this::link)
        .toList();
  }

  private Link link(String entry) {
    String driver = tree.realPath(entry + "/device/driver").map(DeviceTexts::lastOf).orElse("");
    return new Link(
        Names.clean(DeviceTexts.lastOf(entry)),
        DevicePlace.of(tree, entry),
        driver,
        texts.first(entry, "address"));
  }

  private List<Sensor> sensors() {
    List<Sensor> sensors = new ArrayList<>();
    for (SensorSource source : sources) {
      for (Sample sample : samples(source)) {
        sensors.add(
            new Sensor(
                source.family(),
                sample.component(),
                label(sample.source()),
                entry(sample.source()).map(e -> DevicePlace.of(tree, e)).orElse("")));
      }
    }
    return sensors;
  }

  /** A family that cannot be listed has no part in the inventory; its readings tell why. */
  private static List<? extends Sample> samples(SensorSource source) {
    try {
      return source.read();
    } catch (DeviceException toldByItsReadings) {
      return List.of();
    }
  }

  private static Optional<String> entry(String source) {
    Matcher matcher = CLASS_ENTRY.matcher(source);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String label(String source) {
    Matcher channel = CHANNEL.matcher(source);
    return channel.matches()
        ? texts.first(channel.group(1), channel.group(2) + "_label")
        : texts.first(source, "model_name");
  }

  private List<Software> software() {
    Matcher distribution = PRETTY_NAME.matcher(texts.table(tree.path("etc"), "os-release"));
    return Stream.of(
            new Software("linux", texts.first(tree.path("proc/sys/kernel"), "osrelease")),
            new Software("os", distribution.find() ? distribution.group(1).strip() : ""),
            new Software("firmware", texts.first(tree.path("sys/class/dmi/id"), "bios_version")))
        .filter(software -> !software.version().isEmpty())
        .toList();
  }
}
