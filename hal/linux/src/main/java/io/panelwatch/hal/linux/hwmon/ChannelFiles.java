package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.linux.file.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes channels of the names of files. Some drivers keep theirs in {@code device/}; a channel that
 * both folders have is that of the chip's own folder.
 */
final class ChannelFiles {

  /** Kind, number and attribute. No chip counts to ten thousand; a file that does is not of one. */
  private static final Pattern FILE = Pattern.compile("([a-z]+)([0-9]{1,4})(_[a-z0-9_]+)?");

  /** A channel's name, and where it is. */
  private record Place(String kind, String number, String folder) {
    String name() {
      return kind + number;
    }
  }

  private final Map<Place, Set<String>> attributes = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** Adds the channels of a folder that no folder before it had. */
  ChannelFiles add(String folder, List<String> files) {
    Set<String> before = Set.copyOf(taken);
    for (String file : files) {
      Matcher parts = FILE.matcher(file);
      if (parts.matches()) {
        var place = new Place(parts.group(1), parts.group(2), folder);
        if (!before.contains(place.name())) {
          taken.add(place.name());
          String attribute = parts.group(3);
          attributes
              .computeIfAbsent(place, p -> new HashSet<>())
              .add(attribute == null ? "" : attribute);
        }
      }
    }
    return this;
  }

  /** All channels in numeric order, as those of a chip. */
  List<Channel> of(String chipId, String chipName) {
    List<Channel> channels = new ArrayList<>();
    attributes.forEach(
        (place, names) ->
            channels.add(
                new Channel(
                    chipId + "-" + place.name(),
                    chipName,
                    place.kind(),
                    place.number(),
                    place.folder(),
                    names)));
    channels.sort((a, b) -> Tree.BY_NUMBER.compare(a.name(), b.name()));
    return channels;
  }
}
