package io.panelwatch.hal.linux.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.panelwatch.hal.linux.kernel.FileNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of {@code /proc/PID/mountinfo} (proc_pid_mountinfo(5)), or of the older {@code mounts}.
 *
 * <p>Read-only is told twice, and the difference matters: the mount is {@code ro} because somebody
 * asked for it, the file system ({@code s_flags} of its superblock) also because the kernel has
 * found it damaged. A file system that refuses to be written to while its mount is {@code rw} was
 * made so by the kernel.
 *
 * @param device {@code major:minor} of the file system, shared by all its mounts
 * @param root the folder of the file system that is mounted: {@code /} unless it is a bind mount
 * @param mountPoint where it is mounted, as {@link FileNames} has it
 * @param mountReadOnly this mount is {@code ro}
 * @param superReadOnly the whole file system is {@code ro}
 * @param type {@code ext4}
 * @param source {@code /dev/mmcblk0p2}
 * @param superOptions the file system's own options
 */
record MountInfo(
    String device,
    String root,
    String mountPoint,
    boolean mountReadOnly,
    boolean superReadOnly,
    String type,
    String source,
    String superOptions) {

  private static final Pattern BLANK = Pattern.compile(" +");
  private static final Pattern COMMA = Pattern.compile(",");

  /**
   * Every line of {@code mountinfo} that can be read, in the order of mounting.
   *
   * @param table one character for each byte
   */
  static List<MountInfo> parse(String table) {
    return table.lines().map(MountInfo::line).flatMap(Optional::stream).toList();
  }

  /**
   * Every line of {@code mounts} (fstab(5)) that can be read. It does not tell a mount's {@code ro}
   * from its file system's, and has no device numbers: what is mounted stands for them.
   *
   * @param table one character for each byte
   */
  static List<MountInfo> parseMounts(String table) {
    return table.lines().map(MountInfo::lineOfMounts).flatMap(Optional::stream).toList();
  }

  /** Whether nothing can be written through this mount, for whatever reason. */
  boolean readOnly() {
    return mountReadOnly || superReadOnly;
  }

  /** Whether the file system has an option, one without a value: {@code emergency_ro}. */
  boolean hasSuperOption(String option) {
    return has(superOptions, option);
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
            text(unescape(fields[3])),
            text(unescape(fields[4])),
            has(fields[5], "ro"),
            has(superOptions, "ro"),
            fields[separator + 1],
            text(unescape(fields[separator + 2])),
            text(superOptions)));
  }

  private static Optional<MountInfo> lineOfMounts(String line) {
    String[] fields = BLANK.split(line.strip(), -1);
    if (fields.length < 4 || !fields[1].startsWith("/")) {
      return Optional.empty();
    }
    String source = text(unescape(fields[0]));
    boolean readOnly = has(fields[3], "ro");
    return Optional.of(
        new MountInfo(
            source.startsWith("/dev/") ? source : "0:" + source,
            "/",
            text(unescape(fields[1])),
            readOnly,
            readOnly,
            fields[2],
            source,
            text(fields[3])));
  }

  private static boolean has(String options, String option) {
    return COMMA.splitAsStream(options).anyMatch(option::equals);
  }

  private static String text(String bytes) {
    return FileNames.decode(bytes.getBytes(ISO_8859_1));
  }

  /** Blanks and backslashes are written as three octal digits: {@code \040}. */
  private static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var plain = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      int octal = field.charAt(i) == '\\' ? octal(field, i + 1) : -1;
      plain.append(octal < 0 ? field.charAt(i) : (char) (octal & 0xFF));
      i += octal < 0 ? 0 : 3;
    }
    return plain.toString();
  }

  private static int octal(String text, int from) {
    if (from + 3 > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 3; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '7') {
        return -1;
      }
      value = value * 8 + text.charAt(i) - '0';
    }
    return value;
  }
}
