package io.panelwatch.hal.linux.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.stream.IntStream;

/**
 * File names as strings and back, whatever bytes they are and whatever locale this runs in.
 *
 * <p>A name of Linux is bytes. Names of boards are UTF-8 where they are text at all; firmware puts
 * other bytes into some. A byte that is not UTF-8 becomes a character of the private use area,
 * U+F000 and the byte, as Cygwin does, so that the string is legal everywhere and still finds the
 * file. A name that really holds such a character is taken for bytes, and survives in the same way.
 */
public final class FileNames {

  private static final int ESCAPED = 0xF000;

  /** What decoding puts where bytes are no UTF-8. */
  private static final char UNDECODED = '\uFFFD';

  /** UTF-8 needs at most four bytes for a character. */
  private static final int LONGEST_SEQUENCE = 4;

  private FileNames() {}

  /** The string of a name. */
  public static String decode(byte[] name) {
    String plain = new String(name, UTF_8);
    return plain.indexOf(UNDECODED) >= 0 || holdsEscaped(plain) ? decodeBytewise(name) : plain;
  }

  /** The bytes of a name, as {@link #decode} was given them. */
  public static byte[] encode(String name) {
    if (!holdsEscaped(name)) {
      return name.getBytes(UTF_8);
    }
    var bytes = new ByteArrayOutputStream(name.length());
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int character = name.codePointAt(i);
      if (isEscaped(character)) {
        bytes.write(character - ESCAPED);
      } else {
        bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Asked for every file that is opened. */
  private static boolean holdsEscaped(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (isEscaped(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEscaped(int character) {
    return character >= ESCAPED + 0x80 && character <= ESCAPED + 0xFF;
  }

  private static String decodeBytewise(byte[] name) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    var string = new StringBuilder(name.length);
    int at = 0;
    while (at < name.length) {
      String character = character(decoder, name, at);
      string.append(
          character.isEmpty() ? Character.toString(ESCAPED + (name[at] & 0xFF)) : character);
      at += Math.max(1, character.getBytes(UTF_8).length);
    }
    return string.toString();
  }

  /** The character that begins there; empty where none does, or one that stands for a byte. */
  private static String character(CharsetDecoder decoder, byte[] name, int at) {
    int longest = Math.min(LONGEST_SEQUENCE, name.length - at);
    return IntStream.rangeClosed(1, longest)
        .mapToObj(length -> strictly(decoder, name, at, length))
        .filter(character -> !character.isEmpty())
        .findFirst()
        .filter(character -> !isEscaped(character.charAt(0)))
        .orElse("");
  }

  private static String strictly(CharsetDecoder decoder, byte[] name, int at, int length) {
    try {
      return decoder.decode(ByteBuffer.wrap(name, at, length)).toString();
    } catch (CharacterCodingException incompleteOrNone) {
      return ""; // one byte more may complete it
    }
  }
}
