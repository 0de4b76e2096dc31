package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts the bytes of a profile into lines and words. What is no text at all is refused here: too
 * long, not UTF-8, control characters.
 */
final class TextReader {

  /** Ten times what the longest profile needs. */
  static final int MOST_BYTES = 65_536;

  private static final List<String> SEQUENCES = List.of("init", "on", "sleep", "wake", "off");
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");

  private final Complaints complaints;
  private final Map<String, List<Line>> entries = new HashMap<>();
  private final Map<String, List<Line>> sequences = new HashMap<>();

  private TextReader(Complaints complaints) {
    this.complaints = complaints;
  }

  /** What was read until the first byte that is no text, and complaints about the rest. */
  static ProfileText read(byte[] bytes, Complaints complaints) {
    TextReader reader = new TextReader(complaints);
    reader.readLines(reader.decode(bytes).split("\n", -1));
    return new ProfileText(reader.entries, reader.sequences);
  }

  private String decode(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      complaints.about(
          0, "a profile has at most %d bytes, not %d".formatted(MOST_BYTES, bytes.length));
      return "";
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String decoded = text.flip().toString();
    if (result.isError()) {
      long line = 1 + decoded.chars().filter(c -> c == '\n').count();
      complaints.about((int) line, "this line is not UTF-8");
    }
    return decoded;
  }

  private void readLines(String[] lines) {
    Optional<List<Line>> open = Optional.empty();
    for (int i = 0; i < lines.length; i++) {
      int number = i + 1;
      refuseControlCharacters(number, lines[i]);
      List<String> words = words(lines[i]);
      if (words.isEmpty()) {
        continue;
      }
      if (words.getFirst().startsWith("[")) {
        open = Optional.of(openSequence(number, String.join(" ", words)));
      } else if (open.isPresent()) {
        open.get().add(new Line(number, words));
      } else {
        entries
            .computeIfAbsent(words.getFirst(), key -> new ArrayList<>())
            .add(new Line(number, words.subList(1, words.size())));
      }
    }
  }

  private List<Line> openSequence(int number, String line) {
    String name = line.endsWith("]") ? line.substring(1, line.length() - 1) : line;
    List<Line> steps = new ArrayList<>();
    if (!SEQUENCES.contains(name)) {
      complaints.about(number, line + " is no sequence; there are " + SEQUENCES);
    } else if (sequences.putIfAbsent(name, steps) != null) {
      complaints.about(number, "[" + name + "] is there twice");
    }
    return steps;
  }

  private void refuseControlCharacters(int number, String line) {
    line.chars()
        .filter(c -> Character.isISOControl(c) && c != '\t')
        .findFirst()
        .ifPresent(
            c ->
                complaints.about(
                    number,
                    "control character 0x%02X; a profile has only tabs and line feeds"
                        .formatted(c)));
  }

  private static List<String> words(String line) {
    int comment = line.indexOf('#');
    String text = comment < 0 ? line : line.substring(0, comment);
    return Arrays.stream(BLANKS.split(text)).filter(word -> !word.isEmpty()).toList();
  }
}
