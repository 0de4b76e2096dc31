package io.panelwatch.hal.linux.hwmon;

import java.util.List;
import java.util.Optional;

/**
 * A hwmon chip (Documentation/hwmon/sysfs-interface of the kernel).
 *
 * @param id a name for its channels that is the same after a reboot
 * @param name the driver's name for the kind of chip; empty where the driver gives none
 * @param folder {@code /sys/class/hwmon/hwmonN}
 * @param hasDevice whether anything is in its {@code device/}
 * @param channels all of them, of every kind, in numeric order
 */
public record Chip(
    String id, String name, String folder, boolean hasDevice, List<Channel> channels) {

  public Chip {
    channels = List.copyOf(channels);
  }

  /**
   * Its channels of one kind.
   *
   * @param attributes a channel is one if it has any of these: {@code _input}, {@code _alarm}
   */
  List<Channel> channels(String kind, List<String> attributes) {
    return channels.stream()
        .filter(channel -> channel.kind().equals(kind) && channel.hasAny(attributes))
        .toList();
  }

  /** The channel of another kind that has the same number: {@code pwm1} of {@code fan1}. */
  Optional<Channel> beside(Channel channel, String kind) {
    return channels.stream()
        .filter(other -> other.kind().equals(kind) && other.number().equals(channel.number()))
        .findFirst();
  }
}
