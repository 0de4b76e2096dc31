package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileText.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the sequences, in the text form of the kernel's panel-mipi-dbi tools. */
final class SequenceReader {

  private static final int MAX_DELAY_MS = 5_000;
  private static final int BYTE = 0xFF;

  private final Values values;
  private final Complaints complaints;
  private final Map<String, List<NumberedStep>> numbered = new HashMap<>();

  SequenceReader(ProfileText text, Values values, Complaints complaints) {
    this.values = values;
    this.complaints = complaints;
    text.sequences().forEach((name, lines) -> numbered.put(name, read(lines)));
  }

  /** The steps of each sequence with the lines that they stand on. */
  Map<String, List<NumberedStep>> numbered() {
    return numbered;
  }

  Sequences all() {
    return new Sequences(steps("init"), steps("on"), steps("sleep"), steps("wake"), steps("off"));
  }

  private List<Step> steps(String sequence) {
    return numbered.getOrDefault(sequence, List.of()).stream().map(NumberedStep::step).toList();
  }

  private List<NumberedStep> read(List<Line> lines) {
    List<NumberedStep> steps = new ArrayList<>();
    for (Line line : lines) {
      List<String> words = line.words().subList(1, line.words().size());
      boolean command = line.words().getFirst().equals("command") && !words.isEmpty();
      boolean delay = line.words().getFirst().equals("delay") && words.size() == 1;
      if (command) {
        readCommand(line.number(), words, steps);
      } else if (delay) {
        int millis = values.whole(line.number(), words.getFirst(), 0, MAX_DELAY_MS);
        steps.add(new NumberedStep(line.number(), new Step.Delay(Duration.ofMillis(millis))));
      } else {
        complaints.about(
            line.number(), "a step is 'command OPCODE PARAMETER...' or 'delay MILLISECONDS'");
      }
    }
    return steps;
  }

  private void readCommand(int line, List<String> words, List<NumberedStep> steps) {
    if (words.size() > 1 + Step.Command.MOST_PARAMETERS) {
      complaints.about(
          line, "a command has at most " + Step.Command.MOST_PARAMETERS + " parameters");
      return;
    }
    List<Integer> bytes = new ArrayList<>();
    for (String word : words) {
      bytes.add(values.whole(line, word, 0, BYTE));
    }
    steps.add(
        new NumberedStep(line, new Step.Command(bytes.getFirst(), bytes.subList(1, bytes.size()))));
  }
}
