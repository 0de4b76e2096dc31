package io.panelwatch.hal.linux.hwmon;

import java.util.List;
import java.util.Set;

/**
 * One channel of a hwmon chip.
 *
 * @param component its name, the same after a reboot: {@code emc2305-fan1}
 * @param chip the driver's name for the kind of chip; empty where it gives none
 * @param kind {@code fan}, {@code temp}, {@code in}, {@code pwm}
 * @param number as the driver counts: {@code 1}
 * @param folder where its attributes are
 * @param attributes what of it was there when the chip was listed: {@code _input}, {@code _min},
 *     and the empty string for a file with the channel's own name, as {@code pwm1}
 */
record Channel(
    String component,
    String chip,
    String kind,
    String number,
    String folder,
    Set<String> attributes) {

  Channel {
    attributes = Set.copyOf(attributes);
  }

  /** {@code fan1}. */
  String name() {
    return kind + number;
  }

  /** Whether the attribute was there when the chip was listed. */
  boolean has(String attribute) {
    return attributes.contains(attribute);
  }

  /** Whether any of these was. */
  boolean hasAny(List<String> wanted) {
    return wanted.stream().anyMatch(attributes::contains);
  }

  /** The first of these attributes that it has, as a path. */
  String source(List<String> preferred) {
    return preferred.stream()
        .filter(this::has)
        .findFirst()
        .map(attribute -> folder + "/" + name() + attribute)
        .orElse(folder);
  }
}
