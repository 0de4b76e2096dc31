package io.panelwatch.hal.linux.hwmon;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.linux.file.Attributes;
import io.panelwatch.hal.linux.file.FileText;
import java.util.Arrays;

/** The attributes of hwmon channels: only what was there when the chip was listed is opened. */
final class ChannelAttributes {

  private final Attributes attributes;
  private final Runnable whenGone;

  /**
   * @param whenGone hears that an attribute of a channel is not there, though it was listed
   */
  ChannelAttributes(Attributes attributes, Runnable whenGone) {
    this.attributes = attributes;
    this.whenGone = whenGone;
  }

  /** What a channel measures: missing now though it was listed, it is a failure. */
  Measured input(Channel channel, String attribute) {
    return channel.has(attribute)
        ? attributes.reading(text(channel, attribute), channel.folder(), channel.name() + attribute)
        : Measured.absent();
  }

  /**
   * What a channel measures, by the first of these attributes that has something to say. Absent
   * while the channel is disabled: its driver then answers ENODATA, or a number that means nothing.
   */
  Measured measured(Channel channel, String... preferred) {
    if (on(channel, "_enable").is(0)) {
      return Measured.absent();
    }
    return Arrays.stream(preferred)
        .map(attribute -> input(channel, attribute))
        .filter(told -> !(told instanceof Measured.Absent))
        .findFirst()
        .orElse(Measured.absent());
  }

  /** A switch of a channel; absent unless it was listed. */
  Measured on(Channel channel, String attribute) {
    return Attributes.map(input(channel, attribute), value -> value == 0 ? 0 : 1);
  }

  /** What helps to judge a channel; absent unless it was listed. */
  Measured limit(Channel channel, String attribute) {
    return channel.has(attribute)
        ? Attributes.limit(text(channel, attribute), channel.folder(), channel.name() + attribute)
        : Measured.absent();
  }

  /** What the board's maker calls it: a string that its driver has ready, and asks no chip for. */
  String label(Channel channel) {
    return channel.has("_label")
        ? attributes.text(channel.folder(), channel.name() + "_label").or("")
        : "";
  }

  private FileText text(Channel channel, String attribute) {
    FileText text = attributes.text(channel.folder(), channel.name() + attribute);
    if (text instanceof FileText.Unread unread && unread.missing()) {
      whenGone.run();
    }
    return text;
  }
}
