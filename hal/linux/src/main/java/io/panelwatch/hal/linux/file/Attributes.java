package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.Measured;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Attributes of sysfs as {@link Measured}: integers, switches, and limits that are real.
 *
 * <p>Which number means "no limit" is nowhere defined. Seen on real boards: both ends of a long, 0
 * for every limit of a channel, -273150 and 65261850 (0 K and 0xFFFF K less one of NVMe).
 */
public final class Attributes {

  /** Some drivers print all bits set as an unsigned long. */
  private static final Pattern BEYOND_LONG = Pattern.compile("-?[0-9]{19,40}");

  private static final Pattern HEXADECIMAL = Pattern.compile("(0x)?[0-9a-fA-F]{1,15}");

  /** More attributes than any board has. */
  private static final int REMEMBERED = 4096;

  private final SmallFiles files;

  /** What gave a number before: from then on it is expected to. */
  private final Set<String> spoken = ConcurrentHashMap.newKeySet();

  public Attributes(SmallFiles files) {
    this.files = files;
  }

  /** The text of an attribute. */
  public FileText text(String folder, String name) {
    return files.attribute(folder, name);
  }

  /** An integer in the kernel's unit; absent where there is no such file. */
  public Measured number(String folder, String name) {
    FileText text = files.attribute(folder, name);
    return text instanceof FileText.Unread unread && unread.missing()
        ? Measured.absent()
        : measured(text, folder, name);
  }

  /**
   * An integer that a driver measures. Some never have one, on boards with nothing wrong: what
   * answers {@linkplain FileText.Unread#withoutData without data} is absent until it gave a number
   * once, and fails from then on, unless it was only switched off. A recording may hold an empty
   * file in such an attribute's place.
   */
  public Measured reading(String folder, String name) {
    FileText text = files.attribute(folder, name);
    return text instanceof FileText.Unread unread && unread.missing()
        ? Measured.absent()
        : reading(text, folder, name);
  }

  /** What such an attribute's text or errno says, missing being a failure. */
  public Measured reading(FileText text, String folder, String name) {
    return reading(text, folder + "/" + name, told -> parse(told, folder, name));
  }

  /** The same of an attribute that holds more than a number, of which one is made. */
  public Measured reading(FileText text, String path, Function<String, Measured> meaning) {
    boolean nothing =
        text.or("?").isEmpty() || (text instanceof FileText.Unread unread && unread.withoutData());
    boolean off = text instanceof FileText.Unread unread && unread.switchedOff();
    if (off || (nothing && !spoken.contains(path))) {
      return Measured.absent();
    }
    Measured read =
        switch (text) {
          case FileText.Text(String told) when told.isEmpty() ->
              new Measured.Failed(0, "parse", path);
          case FileText.Text(String told) -> meaning.apply(told);
          case FileText.Unread unread -> unread.measured();
        };
    if (read instanceof Measured.Value && spoken.size() < REMEMBERED) {
      spoken.add(path);
    }
    return read;
  }

  /** Bits that a driver prints in hexadecimal, with or without {@code 0x}. */
  public Measured hexadecimal(String folder, String name) {
    return switch (files.attribute(folder, name)) {
      case FileText.Text(String text) when text.isEmpty() -> Measured.absent();
      case FileText.Text(String text) -> hexadecimalOf(text, folder + "/" + name);
      case FileText.Unread unread when unread.missing() || unread.withoutData() ->
          Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** The number that such a text is; failed where it is none. */
  public static Measured hexadecimalOf(String text, String path) {
    return HEXADECIMAL.matcher(text).matches()
        ? Measured.of((double) Long.parseLong(text.substring(text.indexOf('x') + 1), 16))
        : new Measured.Failed(0, "parse", path);
  }

  /** A switch: anything but 0 is on. */
  public Measured on(String folder, String name) {
    return map(reading(folder, name), value -> value == 0 ? 0 : 1);
  }

  /** An integer that only helps to judge: absent also where its driver has nothing to say. */
  public Measured limit(String folder, String name) {
    return limit(files.attribute(folder, name), folder, name);
  }

  /** What such an attribute's text or errno says. */
  public static Measured limit(FileText read, String folder, String name) {
    return switch (read) {
      case FileText.Text(String text) when text.isEmpty() -> Measured.absent();
      case FileText.Text(String text) -> parse(text, folder, name);
      case FileText.Unread unread when unread.missing() || unread.withoutData() ->
          Measured.absent();
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** Another unit; what is no number stays what it is. */
  public static Measured map(Measured measured, DoubleUnaryOperator conversion) {
    return measured instanceof Measured.Value(double value)
        ? Measured.of(conversion.applyAsDouble(value))
        : measured;
  }

  /** A limit as it is, or absent where it lies outside of what the channel could ever show. */
  public static Measured within(Measured limit, double least, double most) {
    return limit instanceof Measured.Value(double value) && (value < least || value > most)
        ? Measured.absent()
        : limit;
  }

  private static Measured measured(FileText read, String folder, String name) {
    return switch (read) {
      case FileText.Text(String text) -> parse(text, folder, name);
      case FileText.Unread unread -> unread.measured();
    };
  }

  /** A number as it was told; failed where it is none. */
  public static Measured parse(String text, String folder, String name) {
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
