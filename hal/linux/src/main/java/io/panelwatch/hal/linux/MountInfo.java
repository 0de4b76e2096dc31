package io.panelwatch.hal.linux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of {@code /proc/PID/mountinfo} (proc_pid_mountinfo(5)).
 *
 * @param device {@code major:minor} of the file system, shared by all its mounts
 * @param root the folder of the file system that is mounted: {@code /} unless it is a bind mount
 * @param mountPoint where it is mounted
 * @param readOnly this mount or the whole file system is {@code ro}
 * @param type {@code ext4}
 * @param source {@code /dev/mmcblk0p2}
 * @param superOptions the file system's own options
 */
record MountInfo(
    String device,
    String root,
    String mountPoint,
    boolean readOnly,
    String type,
    String source,
    String superOptions) {

  private static final Pattern BLANK = Pattern.compile(" +");
  private static final Pattern COMMA = Pattern.compile(",");

  /** Every line that can be read, in the order of mounting. */
  static List<MountInfo> parse(String table) {
    return table.lines().map(MountInfo::line).flatMap(Optional::stream).toList();
  }

  /** The value of one of the file system's options: {@code upperdir} of an overlay. */
  Optional<String> superOption(String key) {
    return COMMA
        .splitAsStream(superOptions)
        .filter(option -> option.startsWith(key + "="))
        .map(option -> option.substring(key.length() + 1))
        .findFirst();
  }

  private static Optional<MountInfo> line(String line) {
    String[] fields = BLANK.split(line.strip());
    int separator = List.of(fields).indexOf("-"); // optional fields end there
    if (separator < 6 || fields.length < separator + 3) {
      return Optional.empty();
    }
    String superOptions = fields.length > separator + 3 ? fields[separator + 3] : "";
    return Optional.of(
        new MountInfo(
            fields[2],
            unescape(fields[3]),
            unescape(fields[4]),
            hasReadOnly(fields[5]) || hasReadOnly(superOptions),
            fields[separator + 1],
            unescape(fields[separator + 2]),
            superOptions));
  }

  private static boolean hasReadOnly(String options) {
    return COMMA.splitAsStream(options).anyMatch("ro"::equals);
  }

  /** Blanks and backslashes are written as three octal digits: {@code \040}. */
  private static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    byte[] escaped = field.getBytes(StandardCharsets.UTF_8);
    var plain = new ByteArrayOutputStream(escaped.length);
    for (int i = 0; i < escaped.length; i++) {
      int octal = escaped[i] == '\\' ? octal(escaped, i + 1) : -1;
      plain.write(octal < 0 ? escaped[i] : octal);
      i += octal < 0 ? 0 : 3;
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  private static int octal(byte[] bytes, int from) {
    if (from + 3 > bytes.length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 3; i++) {
      if (bytes[i] < '0' || bytes[i] > '7') {
        return -1;
      }
      value = value * 8 + bytes[i] - '0';
    }
    return value;
  }
}
