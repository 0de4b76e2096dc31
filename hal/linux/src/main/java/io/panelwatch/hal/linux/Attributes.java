package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * Attributes of sysfs as {@link Measured}: integers, switches, and limits that are real.
 *
 * <p>Which number means "no limit" is nowhere defined. Seen on real boards: both ends of a long, 0
 * for every limit of a channel, -273150 and 65261850 (0 K and 0xFFFF K less one of NVMe).
 */
final class Attributes {

  /** Some drivers print all bits set as an unsigned long. */
  private static final Pattern BEYOND_LONG = Pattern.compile("-?[0-9]{19,40}");

  private final SmallFiles files;

  Attributes(SmallFiles files) {
    this.files = files;
  }

  /** The text of an attribute. */
  FileText text(String folder, String name) {
    return files.attribute(folder, name);
  }

  /** An integer in the kernel's unit; absent where there is no such file. */
  Measured number(String folder, String name) {
    return switch (files.attribute(folder, name)) {
      case FileText.Text(String text) -> parse(text, folder, name);
      case FileText.Unread unread when unread.missing() -> Measured.absent();
      case FileText.Unread unread -> unread.failed();
    };
  }

  /**
   * What a channel measures: a file that was listed a moment ago and is gone now is a failure, and
   * one that never was is not.
   */
  Measured input(Chip.Channel channel) {
    Measured read = number(channel.folder(), channel.name() + "_input");
    return read instanceof Measured.Absent && channel.has("_input")
        ? new Measured.Failed(
            Errno.ENOENT.number(), "open", channel.folder() + "/" + channel.name() + "_input")
        : read;
  }

  /** A switch: anything but 0 is on. */
  Measured on(String folder, String name) {
    return map(number(folder, name), value -> value == 0 ? 0 : 1);
  }

  /** An integer that only helps to judge: absent also where its driver has nothing to say. */
  Measured limit(String folder, String name) {
    return switch (files.attribute(folder, name)) {
      case FileText.Text(String text) -> parse(text, folder, name);
      case FileText.Unread unread when unread.missing() || unread.withoutData() ->
          Measured.absent();
      case FileText.Unread unread -> unread.failed();
    };
  }

  /** Another unit; what is no number stays what it is. */
  static Measured map(Measured measured, DoubleUnaryOperator conversion) {
    return measured instanceof Measured.Value(double value)
        ? Measured.of(conversion.applyAsDouble(value))
        : measured;
  }

  /** A limit as it is, or absent where it lies outside of what the channel could ever show. */
  static Measured within(Measured limit, double least, double most) {
    return limit instanceof Measured.Value(double value) && (value < least || value > most)
        ? Measured.absent()
        : limit;
  }

  private static Measured parse(String text, String folder, String name) {
    try {
      return Measured.of((double) Long.parseLong(text));
    } catch (NumberFormatException notALong) {
      // The text itself is not kept: it may be any bytes. Whoever wants it opens the path.
      return BEYOND_LONG.matcher(text).matches()
          ? Measured.of(Double.parseDouble(text))
          : new Measured.Failed(0, "parse", folder + "/" + name);
    }
  }
}
