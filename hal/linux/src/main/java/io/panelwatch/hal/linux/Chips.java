package io.panelwatch.hal.linux;

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
final class Chips {

  static final String FOLDER = "sys/class/hwmon";

  /** An address on a bus: {@code 0000:01:00.0}, {@code 0-0048}, {@code coretemp.0}. */
  private static final Pattern BUS_ADDRESS = Pattern.compile(".*[:.].*|[0-9]+-[0-9a-f]{2,}.*");

  private final Tree tree;
  private final SmallFiles files;

  Chips(Tree tree, SmallFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /** All chips that are there now, in the kernel's order. */
  List<Chip> list() {
    String folder = tree.path(FOLDER);
    List<Chip> found = tree.names(folder).stream().map(name -> read(folder + "/" + name)).toList();
    List<String> kinds = found.stream().map(Chip::name).toList();
    var names = new Names();
    return found.stream()
        .map(chip -> named(chip, Collections.frequency(kinds, chip.name()) > 1, names))
        .toList();
  }

  private Chip read(String folder) {
    List<String> own = tree.names(folder);
    List<String> older = own.contains("device") ? tree.names(folder + "/device") : List.of();
    String nameIn = own.contains("name") || !older.contains("name") ? folder : folder + "/device";
    String name = Names.clean(files.attribute(nameIn, "name").or(""));
    return new Chip("", name, folder, own, older);
  }

  private Chip named(Chip chip, boolean shared, Names names) {
    String id = shared || chip.name().isEmpty() ? withPlace(chip) : chip.name();
    return new Chip(names.unique(id), chip.name(), chip.folder(), chip.files(), chip.deviceFiles());
  }

  private String withPlace(Chip chip) {
    String hwmon = chip.folder().substring(chip.folder().lastIndexOf('/') + 1);
    String place = tree.realPath(chip.folder() + "/device").map(Chips::busAddress).orElse(hwmon);
    return chip.name().isEmpty() || place.startsWith(chip.name())
        ? Names.clean(place)
        : chip.name() + "-" + Names.clean(place);
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
