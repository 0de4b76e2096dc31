package io.panelwatch.hal.linux;

import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Link;
import io.panelwatch.hal.BoardInventory.Sensor;
import io.panelwatch.hal.BoardInventory.Software;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.linux.file.DevicePlace;
import io.panelwatch.hal.linux.file.DeviceTexts;
import io.panelwatch.hal.linux.file.FittedSource;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import io.panelwatch.hal.linux.storage.InstalledDisks;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tree is made of: disks, links and sensors with the place of their device, and the software
 * below us. Lists everything anew at each call, and measures nothing: a sensor that hangs, or that
 * reading changes, is left to the scans.
 */
final class InventoryReader {

  private static final String NET = "sys/class/net";

  private static final Pattern PRETTY_NAME = Pattern.compile("(?m)^PRETTY_NAME=\"?([^\"\n]*)\"?$");

  private final Tree tree;
  private final DeviceTexts texts;
  private final List<FittedSource> sensors;

  /** Lists something. */
  private interface Listing<T> {
    List<T> list() throws DeviceException;
  }

  /**
   * @param sensors the families whose channels are listed; none is read, because that may hang
   */
  InventoryReader(Tree tree, List<FittedSource> sensors) {
    this.tree = tree;
    texts = new DeviceTexts(new SmallFiles(tree));
    this.sensors = sensors;
  }

  BoardInventory read() {
    return new BoardInventory(
        orNone(new InstalledDisks(tree, texts)::list), links(), sensors(), software());
  }

  private List<Link> links() {
    String folder = tree.path(NET);
    return orNone(() -> tree.names(folder)).stream()
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
    return sensors.stream()
        .flatMap(source -> orNone(source::fitted).stream())
        .map(
            fitted ->
                new Sensor(
                    fitted.family(),
                    fitted.component(),
                    DeviceTexts.shown(fitted.label()),
                    fitted.entry().isEmpty() ? "" : DevicePlace.of(tree, fitted.entry())))
        .toList();
  }

  /** What cannot be listed has no part in the inventory; the readings of its family tell why. */
  private static <T> List<T> orNone(Listing<T> listing) {
    try {
      return listing.list();
    } catch (DeviceException toldByItsReadings) {
      return List.of();
    }
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
