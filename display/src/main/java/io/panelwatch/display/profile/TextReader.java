package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Cuts the bytes of a profile into lines and words. What is no text at all is refused here: not
 * UTF-8, control characters.
 */
final class TextReader {

  private static final List<String> SEQUENCES = List.of("init", "on", "sleep", "wake", "off");

  private final Complaints complaints;
  private final Map<String, List<Line>> entries = new HashMap<>();
  private final Map<String, List<Line>> sequences = new HashMap<>();

  private TextReader(Complaints complaints) {
    this.complaints = complaints;
  }

  /** What was read until the first byte that is no text, and complaints about the rest. */
  static ProfileText read(byte[] bytes, Complaints complaints) {
    TextReader reader = new TextReader(complaints);
    String text = reader.decode(bytes);
    String[] lines = text.split("\n", -1);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      complaints.about(lines.length, "the file ends amid a line: end it with a line feed");
    }
    reader.readLines(lines);
    return new ProfileText(reader.entries, reader.sequences);
  }

  private String decode(byte[] bytes) {
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
      if (words.getFirst().equals("sum")) {
        complaints.about(number, "a sum is the last line, written as sum 0x1234ABCD");
      } else if (words.getFirst().startsWith("[")) {
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
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isISOControl(c) && c != '\t') {
        complaints.about(
            number,
            "control character 0x%02X; a profile has only tabs and line feeds".formatted((int) c));
        return;
      }
    }
  }

  private static List<String> words(String line) {
    int comment = line.indexOf('#');
    String text = comment < 0 ? line : line.substring(0, comment);
    List<String> words = new ArrayList<>();
    StringTokenizer blanks = new StringTokenizer(text, " \t");
    while (blanks.hasMoreTokens()) {
      words.add(blanks.nextToken());
    }
    return words;
  }
}
