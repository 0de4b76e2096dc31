package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileException.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the text of a profile, goes on after an error, and gives a profile only when there was
 * none. What a value must be is said here; what a sequence must hold, in {@link SequenceRules}.
 */
final class ProfileParser {

  private static final int MAX_LINES = 2_000;
  private static final int MAX_SIDE = 2_048;
  private static final int MAX_CLOCK_HZ = 125_000_000;
  private static final int MIN_CLOCK_HZ = 10_000;
  private static final int MAX_WAIT_MS = 5_000;
  private static final int MAX_RESET_LOW_US = 100_000;

  private static final List<String> KEYS =
      List.of(
          "name",
          "controller",
          "datasheet",
          "size",
          "format",
          "command-clock-hz",
          "pixel-clock-hz",
          "reset-low-us",
          "settle-ms",
          "sleep-change-ms",
          "default-rotation");

  private static final List<String> SEQUENCES = List.of("init", "on", "sleep", "wake", "off");

  /** A line's words after the key. */
  private record Entry(int line, List<String> words) {
    boolean absent() {
      return line == 0;
    }
  }

  /** Stands in for an entry that was complained about, so that reading can go on. */
  private static final Entry ABSENT = new Entry(0, List.of("0", "0"));

  private final String origin;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<Rotation, Orientation> orientations = new EnumMap<>(Rotation.class);
  private final Map<String, List<NumberedStep>> sequences = new HashMap<>();

  ProfileParser(String origin) {
    this.origin = origin;
  }

  PanelProfile parse(String text) throws ProfileException {
    List<String> lines = text.lines().limit(MAX_LINES + 1L).toList();
    if (lines.size() > MAX_LINES) {
      complain(MAX_LINES + 1, "a profile has at most " + MAX_LINES + " lines");
    }
    readLines(lines);
    PanelProfile profile = build();
    SequenceRules.check(profile.format(), sequences, this::complain);
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Problem::line));
      throw new ProfileException(origin, problems);
    }
    return profile;
  }

  private void readLines(List<String> lines) {
    Optional<List<NumberedStep>> open = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("[")) {
        open = Optional.of(openSequence(number, line));
        continue;
      }
      List<String> words = Arrays.asList(line.split("\\s+"));
      if (open.isPresent()) {
        readStep(number, words, open.get());
      } else {
        readEntry(number, words.getFirst(), words.subList(1, words.size()));
      }
    }
  }

  private List<NumberedStep> openSequence(int number, String line) {
    String name = line.endsWith("]") ? line.substring(1, line.length() - 1) : line;
    List<NumberedStep> steps = new ArrayList<>();
    if (!SEQUENCES.contains(name)) {
      complain(number, line + " is no sequence; there are " + SEQUENCES);
    } else if (sequences.putIfAbsent(name, steps) != null) {
      complain(number, "[" + name + "] is there twice");
    }
    return steps;
  }

  private void readStep(int number, List<String> words, List<NumberedStep> steps) {
    List<Integer> values = new ArrayList<>();
    int max = words.getFirst().equals("delay") ? MAX_WAIT_MS : 0xFF;
    for (String word : words.subList(1, words.size())) {
      values.add(number(number, word, 0, max));
    }
    boolean command = words.getFirst().equals("command") && !values.isEmpty();
    if (values.size() > 1 + Step.Command.MOST_PARAMETERS) {
      complain(number, "a command has at most " + Step.Command.MOST_PARAMETERS + " parameters");
      return;
    }
    boolean delay = words.getFirst().equals("delay") && values.size() == 1;
    if (command) {
      Step step = new Step.Command(values.getFirst(), values.subList(1, values.size()));
      steps.add(new NumberedStep(number, step));
    } else if (delay) {
      Step step = new Step.Delay(Duration.ofMillis(values.getFirst()));
      steps.add(new NumberedStep(number, step));
    } else {
      complain(number, "a step is 'command OPCODE PARAMETER...' or 'delay MILLISECONDS'");
    }
  }

  private void readEntry(int number, String key, List<String> words) {
    if (key.equals("rotation")) {
      readRotation(number, words);
    } else if (!KEYS.contains(key)) {
      complain(number, key + " is no key of a profile; there are rotation, " + KEYS);
    } else if (entries.putIfAbsent(key, new Entry(number, words)) != null) {
      complain(number, key + " is there twice");
    }
  }

  private void readRotation(int number, List<String> words) {
    if (words.size() != 4) {
      complain(number, "a rotation is 'rotation DEGREES MADCTL COLUMN-OFFSET ROW-OFFSET'");
      return;
    }
    Rotation rotation = rotation(number, words.getFirst());
    Orientation orientation =
        new Orientation(
            number(number, words.get(1), 0, 0xFF),
            number(number, words.get(2), 0, MAX_SIDE),
            number(number, words.get(3), 0, MAX_SIDE));
    if (orientations.putIfAbsent(rotation, orientation) != null) {
      complain(number, "rotation " + rotation.degrees() + " is there twice");
    }
  }

  /** The profile as far as it could be read; what is missing has been complained about. */
  private PanelProfile build() {
    Entry size = entry("size", 2);
    Rotation rotation = defaultRotation();
    return new PanelProfile(
        name(),
        String.join(" ", entry("controller", 1).words()),
        String.join(" ", entryOfAnyLength("datasheet").words()),
        number(size.line(), size.words().getFirst(), 1, MAX_SIDE),
        number(size.line(), size.words().getLast(), 1, MAX_SIDE),
        format(),
        value("command-clock-hz", MIN_CLOCK_HZ, MAX_CLOCK_HZ),
        value("pixel-clock-hz", MIN_CLOCK_HZ, MAX_CLOCK_HZ),
        new Timing(
            Duration.ofNanos(1_000L * value("reset-low-us", 1, MAX_RESET_LOW_US)),
            Duration.ofMillis(value("settle-ms", 0, MAX_WAIT_MS)),
            Duration.ofMillis(value("sleep-change-ms", 0, MAX_WAIT_MS))),
        orientations,
        rotation,
        steps("init"),
        steps("on"),
        steps("sleep"),
        steps("wake"),
        steps("off"));
  }

  private String name() {
    Entry entry = entry("name", 1);
    String name = entry.words().getFirst();
    if (!entry.absent() && !name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      complain(entry.line(), "a name is 1 to 32 lower-case letters, digits and dashes");
    }
    return name;
  }

  private ColourFormat format() {
    Entry entry = entry("format", 1);
    for (ColourFormat format : ColourFormat.values()) {
      if (format.text().equals(entry.words().getFirst())) {
        return format;
      }
    }
    if (!entry.absent()) {
      complain(
          entry.line(),
          "a format is one of "
              + Arrays.stream(ColourFormat.values()).map(ColourFormat::text).toList());
    }
    return ColourFormat.RGB565;
  }

  private Rotation defaultRotation() {
    Entry entry = entry("default-rotation", 1);
    Rotation rotation = rotation(entry.line(), entry.words().getFirst());
    if (!entry.absent() && !orientations.containsKey(rotation)) {
      complain(entry.line(), "there is no rotation " + rotation.degrees() + " to be the default");
    }
    return rotation;
  }

  private Rotation rotation(int line, String word) {
    Optional<Rotation> rotation = Rotation.ofDegrees(number(line, word, 0, 270));
    if (rotation.isEmpty()) {
      complain(line, word + " is no rotation: 0, 90, 180 or 270 degrees are");
    }
    return rotation.orElse(Rotation.BY_0);
  }

  private List<Step> steps(String sequence) {
    return sequences.getOrDefault(sequence, List.of()).stream().map(NumberedStep::step).toList();
  }

  private int value(String key, int min, int max) {
    Entry entry = entry(key, 1);
    return number(entry.line(), entry.words().getFirst(), min, max);
  }

  /** The entry of a key, or {@link #ABSENT} after a complaint. */
  private Entry entry(String key, int words) {
    Entry entry = entryOfAnyLength(key);
    if (entry.absent() || entry.words().size() == words) {
      return entry;
    }
    complain(entry.line(), key + " wants " + words + (words == 1 ? " value" : " values"));
    return ABSENT;
  }

  private Entry entryOfAnyLength(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      complain(0, key + " is missing");
      return ABSENT;
    }
    if (entry.words().isEmpty()) {
      complain(entry.line(), key + " has no value");
      return ABSENT;
    }
    return entry;
  }

  private int number(int line, String word, int min, int max) {
    if (line == ABSENT.line()) {
      return min;
    }
    if (word.matches("[-+]?0[0-9]+")) { // decode would take it as octal
      complain(line, word + " begins with 0: write a decimal without it, or 0x hexadecimal");
      return min;
    }
    try {
      int value = Integer.decode(word);
      if (value >= min && value <= max) {
        return value;
      }
      complain(line, word + " is not within " + min + ".." + max);
    } catch (NumberFormatException e) {
      complain(line, word + " is no whole number, decimal or 0x hexadecimal");
    }
    return min;
  }

  private void complain(int line, String reason) {
    problems.add(new Problem(line, reason));
  }
}
