package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.linux.file.ClassFolder;
import io.panelwatch.hal.linux.file.Names;
import io.panelwatch.hal.linux.file.SmallFiles;
import io.panelwatch.hal.linux.file.Tree;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the hwmon chips of a tree and names them.
 *
 * <p>{@code hwmonN} counts in the order of probing and changes between boots. A chip is called by
 * its driver's name; where two have the same, by the place of their device as well: {@code
 * coretemp.0} and {@code coretemp.1}, {@code lm75-0-0048} and {@code lm75-0-0049}, {@code
 * nvme-0000:01:00.0}. A chip without a name is called by its device.
 */
public final class Chips {

  public static final String FOLDER = "sys/class/hwmon";

  /** An address on a bus: {@code 0000:01:00.0}, {@code 0-0048}, {@code coretemp.0}. */
  private static final Pattern BUS_ADDRESS = Pattern.compile(".*[:.].*|[0-9]+-[0-9a-f]{2,}.*");

  private final Tree tree;
  private final SmallFiles files;

  private Chips(Tree tree) {
    this.tree = tree;
    files = new SmallFiles(tree);
  }

  /** The chips of a tree. */
  public static ClassFolder<Chip> in(Tree tree) {
    return new ClassFolder<>(tree, FOLDER, "", new Chips(tree)::named);
  }

  private List<Chip> named(List<ClassFolder.Entry> entries) {
    List<String> kinds = entries.stream().map(this::kind).toList();
    var names = new Names();
    return entries.stream()
        .map(
            entry -> {
              String kind = kind(entry);
              boolean shared = kind.isEmpty() || Collections.frequency(kinds, kind) > 1;
              return chip(entry, kind, names.unique(shared ? withPlace(entry, kind) : kind));
            })
        .toList();
  }

  /** What its driver calls it; older drivers say so in {@code device/}. */
  private String kind(ClassFolder.Entry entry) {
    boolean older = !entry.files().contains("name") && entry.deviceFiles().contains("name");
    String folder = older ? entry.folder() + "/device" : entry.folder();
    return Names.clean(files.attribute(folder, "name").or(""));
  }

  private static Chip chip(ClassFolder.Entry entry, String kind, String id) {
    List<Channel> channels =
        new ChannelFiles()
            .add(entry.folder(), entry.files())
            .add(entry.folder() + "/device", entry.deviceFiles())
            .of(id, kind);
    return new Chip(id, kind, entry.folder(), !entry.deviceFiles().isEmpty(), channels);
  }

  private String withPlace(ClassFolder.Entry entry, String kind) {
    String place =
        tree.realPath(entry.folder() + "/device").map(Chips::busAddress).orElse(entry.name());
    return kind.isEmpty() || place.startsWith(kind)
        ? Names.clean(place)
        : kind + "-" + Names.clean(place);
  }

  /** The last element of a device's path that is an address and not a number that was counted. */
  private static String busAddress(String device) {
    List<String> elements = List.of(device.split("/"));
    return elements.reversed().stream()
        .filter(element -> BUS_ADDRESS.matcher(element).matches())
        .findFirst()
        .orElse(elements.getLast());
  }
}
