package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.DevicePlace;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Finds the hwmon chips of a tree. {@code hwmonN} counts in the order of probing and changes
 * between boots: {@link ChipNames} calls them by their kind and their place.
 */
public final class Chips {

  public static final String FOLDER = "sys/class/hwmon";

  /** A chip whatever it is called: {@code hwmonN}, and the place of what it is in. */
  private record Device(String entry, String place) {}

  private final Tree tree;
  private final SmallFiles files;

  /** What the drivers of the chips that are there said last. */
  private final Map<Device, String> kinds = new ConcurrentHashMap<>();

  private Chips(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
  }

  /** The chips of a tree. */
  public static ClassFolder<Chip> in(Tree tree) {
    return new ClassFolder<>(tree, FOLDER, "", new Chips(tree)::named);
  }

  /** A chip before it has a name that no other one has. */
  private record Unnamed(ClassFolder.Entry entry, Device device, String kind) {
    String place() {
      return device.place();
    }

    String name() {
      return ChipNames.of(kind, place(), entry.name());
    }

    String longName() {
      return ChipNames.withAddress(kind, place(), entry.name());
    }
  }

  private List<Chip> named(List<ClassFolder.Entry> entries) {
    List<Unnamed> chips = entries.stream().map(this::unnamed).toList();
    kinds.keySet().retainAll(chips.stream().map(Unnamed::device).toList());
    List<String> ids = new Names().unique(chips, Unnamed::name, Unnamed::longName);
    return IntStream.range(0, chips.size())
        .mapToObj(i -> chip(chips.get(i).entry(), chips.get(i).kind(), ids.get(i)))
        .toList();
  }

  private Unnamed unnamed(ClassFolder.Entry entry) {
    var device = new Device(entry.folder(), DevicePlace.of(tree, entry.folder()));
    return new Unnamed(entry, device, kind(entry, device));
  }

  /**
   * What its driver calls it; older drivers say so in {@code device/}. While that cannot be read it
   * is what it was: with another name, its channels would be missed and others be found.
   */
  private String kind(ClassFolder.Entry entry, Device device) {
    boolean older = !entry.files().contains("name") && entry.deviceFiles().contains("name");
    String folder = older ? entry.folder() + "/device" : entry.folder();
    String told = Names.clean(files.attribute(folder, "name").or(""));
    if (told.isEmpty()) {
      return kinds.getOrDefault(device, "");
    }
    kinds.put(device, told);
    return told;
  }

  private static Chip chip(ClassFolder.Entry entry, String kind, String id) {
    List<Channel> channels =
        new ChannelFiles()
            .add(entry.folder(), entry.files())
            .add(entry.folder() + "/device", entry.deviceFiles())
            .of(id, kind);
    return new Chip(id, kind, entry.folder(), !entry.deviceFiles().isEmpty(), channels);
  }
}
