package io.panelwatch.hal.linux;

import io.panelwatch.hal.Measured;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final Pattern HEXADECIMAL = Pattern.compile("(0x)?[0-9a-fA-F]{1,15}");

  /** More attributes than any board has. */
  private static final int REMEMBERED = 4096;

  private final SmallFiles files;
  private final Runnable whenGone;

  /** What gave a number before: from then on it is expected to. */
  private final Set<String> spoken = ConcurrentHashMap.newKeySet();

  Attributes(SmallFiles files) {
    this(files, () -> {});
  }

  /**
   * @param whenGone hears that an attribute of a channel is not there, though it was listed
   */
  Attributes(SmallFiles files, Runnable whenGone) {
    this.files = files;
    this.whenGone = whenGone;
  }

  /** The text of an attribute. */
  FileText text(String folder, String name) {
    return files.attribute(folder, name);
  }

  /** An integer in the kernel's unit; absent where there is no such file. */
  Measured number(String folder, String name) {
    FileText text = files.attribute(folder, name);
    return text instanceof FileText.Unread unread && unread.missing()
        ? Measured.absent()
        : measured(text, folder, name);
  }

  /**
   * An integer that a driver measures. Some never have one, on boards with nothing wrong: what
   * answers {@linkplain FileText.Unread#withoutData without data} is absent until it gave a number
   * once, and fails from then on. A recording may hold an empty file in such an attribute's place.
   */
  Measured reading(String folder, String name) {
    FileText text = files.attribute(folder, name);
    return text instanceof FileText.Unread unread && unread.missing()
        ? Measured.absent()
        : reading(text, folder, name);
  }

  private Measured reading(FileText text, String folder, String name) {
    String path = folder + "/" + name;
    boolean nothing =
        text.or("?").isEmpty() || (text instanceof FileText.Unread unread && unread.withoutData());
    if (nothing && !spoken.contains(path)) {
      return Measured.absent();
    }
    Measured read = measured(text, folder, name);
    if (read instanceof Measured.Value && spoken.size() < REMEMBERED) {
      spoken.add(path);
    }
    return read;
  }

  /** Bits that a driver prints in hexadecimal, with or without {@code 0x}. */
  Measured hexadecimal(String folder, String name) {
    return switch (files.attribute(folder, name)) {
      case FileText.Text(String text) when text.isEmpty() -> Measured.absent();
      case FileText.Text(String text) -> hexadecimalOf(text, folder + "/" + name);
      case FileText.Unread unread when unread.missing() || unread.withoutData() ->
          Measured.absent();
      case FileText.Unread unread -> unread.failed();
    };
  }

  /** The number that such a text is; failed where it is none. */
  static Measured hexadecimalOf(String text, String path) {
    return HEXADECIMAL.matcher(text).matches()
        ? Measured.of((double) Long.parseLong(text.substring(text.indexOf('x') + 1), 16))
        : new Measured.Failed(0, "parse", path);
  }

  /** A switch: anything but 0 is on. */
  Measured on(String folder, String name) {
    return map(reading(folder, name), value -> value == 0 ? 0 : 1);
  }

  /** An integer that only helps to judge: absent also where its driver has nothing to say. */
  Measured limit(String folder, String name) {
    return limit(files.attribute(folder, name), folder, name);
  }

  private static Measured limit(FileText read, String folder, String name) {
    return switch (read) {
      case FileText.Text(String text) when text.isEmpty() -> Measured.absent();
      case FileText.Text(String text) -> parse(text, folder, name);
      case FileText.Unread unread when unread.missing() || unread.withoutData() ->
          Measured.absent();
      case FileText.Unread unread -> unread.failed();
    };
  }

  /** What a channel measures: missing now though it was listed, it is a failure. */
  Measured input(Channel channel, String attribute) {
    if (!channel.has(attribute)) {
      return Measured.absent();
    }
    String name = channel.name() + attribute;
    FileText text = files.attribute(channel.folder(), name);
    tellIfGone(text);
    return reading(text, channel.folder(), name);
  }

  /** A switch of a channel; absent unless it was listed. */
  Measured on(Channel channel, String attribute) {
    return map(input(channel, attribute), value -> value == 0 ? 0 : 1);
  }

  /** What helps to judge a channel; absent unless it was listed. */
  Measured limit(Channel channel, String attribute) {
    if (!channel.has(attribute)) {
      return Measured.absent();
    }
    String name = channel.name() + attribute;
    FileText text = files.attribute(channel.folder(), name);
    tellIfGone(text);
    return limit(text, channel.folder(), name);
  }

  private void tellIfGone(FileText text) {
    if (text instanceof FileText.Unread unread && unread.missing()) {
      whenGone.run();
    }
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

  private static Measured measured(FileText read, String folder, String name) {
    return switch (read) {
      case FileText.Text(String text) -> parse(text, folder, name);
      case FileText.Unread unread -> unread.failed();
    };
  }

  /** A number as it was told; failed where it is none. */
  static Measured parse(String text, String folder, String name) {
    try {
      return Measured.of((double) Long.parseLong(text));
    } catch (NumberFormatException notALong) {
      // The text itself is not kept: it may be any bytes. Whoever wants it opens the path.
      return BEYOND_LONG.matcher(text).matches()
          ? Measured.of(Double.parseDouble(text))
          : unparsable(folder, name);
    }
  }

  private static Measured unparsable(String folder, String name) {
    return new Measured.Failed(0, "parse", folder + "/" + name);
  }
}
