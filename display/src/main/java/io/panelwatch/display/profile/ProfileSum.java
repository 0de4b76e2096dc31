package io.panelwatch.display.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The last line of a profile, {@code sum 0x1234ABCD}: the CRC-32C (RFC 3720, 12.1) of all bytes
 * before that line. It finds every change of up to 32 bits in a row, so a profile that carries one
 * and lost or gained a byte is refused, wherever that was, the line itself included. A file whose
 * sum is wrong is not read any further.
 *
 * <p>A profile may do without. Those that come with the engine have one.
 */
public final class ProfileSum {

  private static final Pattern LINE = Pattern.compile("sum 0x([0-9A-F]{8})\n");
  private static final Pattern ITS_REST = Pattern.compile(".*0x[0-9A-Fa-f]{8}\\s*", Pattern.DOTALL);
  private static final int HEXADECIMAL = 16;

  private ProfileSum() {}

  /** Whether the last line of a file is a sum, right or wrong. */
  public static boolean isIn(byte[] file) {
    return LINE.matcher(lastLine(file)).matches();
  }

  /**
   * The line that a file should end with, without its line feed; one that it has does not count.
   */
  public static String of(byte[] file) {
    return line(without(file));
  }

  /** The file with the line that it should end with. */
  public static byte[] with(byte[] file) {
    byte[] text = without(file);
    byte[] line = (line(text) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(text, text.length + line.length);
    System.arraycopy(line, 0, whole, text.length, line.length);
    return whole;
  }

  /** The file without its sum, if it has one: what a sum is about. */
  public static byte[] without(byte[] file) {
    return isIn(file) ? Arrays.copyOf(file, file.length - lastLine(file).length()) : file;
  }

  /** Complains about a sum that is wrong, and about a last line that was one once. */
  static void check(byte[] file, Complaints complaints) {
    String last = lastLine(file);
    byte[] text = without(file);
    Matcher sum = LINE.matcher(last);
    if (sum.matches()) {
      if (Long.parseLong(sum.group(1), HEXADECIMAL) != crc(text)) {
        complaints.about(
            1 + lines(text),
            "the lines above were changed or damaged; if they are meant so, write: " + line(text));
      }
    } else if (ITS_REST.matcher(last).matches()) {
      complaints.about(
          lines(text), "this seems to be a damaged sum: write it as sum 0x1234ABCD, or remove it");
    }
  }

  private static int lines(byte[] text) {
    return (int) new String(text, StandardCharsets.ISO_8859_1).lines().count();
  }

  private static String line(byte[] text) {
    return "sum 0x%08X".formatted(crc(text));
  }

  private static long crc(byte[] text) {
    CRC32C crc = new CRC32C();
    crc.update(text);
    return crc.getValue();
  }

  /** With its line feed, where it has one. */
  private static String lastLine(byte[] file) {
    int start = file.length;
    while (start > 0 && (start == file.length || file[start - 1] != '\n')) {
      start--;
    }
    return new String(file, start, file.length - start, StandardCharsets.ISO_8859_1);
  }
}
