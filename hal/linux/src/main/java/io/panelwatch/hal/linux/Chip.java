package io.panelwatch.hal.linux;

import java.util.ArrayList;
import java.util.List;

/**
 * A hwmon chip (Documentation/hwmon/sysfs-interface of the kernel).
 *
 * @param id a name for its channels that is the same after a reboot
 * @param name the driver's name for the kind of chip; empty where the driver gives none
 * @param folder {@code /sys/class/hwmon/hwmonN}
 * @param files what is in that folder, in numeric order
 * @param deviceFiles what is in {@code device/}, where older drivers keep their attributes
 */
record Chip(String id, String name, String folder, List<String> files, List<String> deviceFiles) {

  /** No chip counts to ten thousand; a file that does is not of one. */
  private static final int MOST_DIGITS = 4;

  /**
   * One channel of a chip.
   *
   * @param chip whose it is
   * @param name {@code fan1}, {@code temp2}, {@code in0}
   * @param folder where its attributes are
   */
  record Channel(Chip chip, String name, String folder) {

    /** The number in its name. */
    String number() {
      return name.substring(name.replaceAll("[0-9]+$", "").length());
    }

    String component() {
      return chip.id() + "-" + name;
    }

    /** The first of these attributes that it has, as a path. */
    String source(List<String> preferred) {
      return preferred.stream()
          .filter(this::has)
          .findFirst()
          .map(attribute -> folder + "/" + name + attribute)
          .orElse(folder);
    }

    /** Whether the attribute was there when the chip was listed. */
    boolean has(String attribute) {
      List<String> listed = folder.equals(chip.folder()) ? chip.files() : chip.deviceFiles();
      return listed.contains(name + attribute);
    }
  }

  /**
   * Its channels of one kind. A channel that both folders have is that of the chip's own folder.
   *
   * @param kind {@code fan}, {@code temp}, {@code in}
   * @param attributes a channel is one if it has any of these: {@code _input}, {@code _alarm}
   */
  List<Channel> channels(String kind, List<String> attributes) {
    List<String> own = channelNames(files, kind, attributes);
    List<String> older = new ArrayList<>(channelNames(deviceFiles, kind, attributes));
    older.removeAll(own);
    List<Channel> channels = new ArrayList<>();
    own.forEach(channel -> channels.add(new Channel(this, channel, folder)));
    older.forEach(channel -> channels.add(new Channel(this, channel, folder + "/device")));
    return channels;
  }

  private static List<String> channelNames(
      List<String> files, String kind, List<String> attributes) {
    return files.stream()
        .filter(file -> isAttribute(file, kind, attributes))
        .map(file -> file.substring(0, file.indexOf('_')))
        .distinct()
        .sorted(Tree.BY_NUMBER)
        .toList();
  }

  private static boolean isAttribute(String file, String kind, List<String> attributes) {
    int underscore = file.indexOf('_');
    int digits = underscore - kind.length();
    return digits > 0
        && digits <= MOST_DIGITS
        && file.startsWith(kind)
        && file.chars().skip(kind.length()).limit(digits).allMatch(c -> c >= '0' && c <= '9')
        && attributes.contains(file.substring(underscore));
  }
}
