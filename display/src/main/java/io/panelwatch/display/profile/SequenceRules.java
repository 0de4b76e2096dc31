package io.panelwatch.display.profile;

import io.panelwatch.display.bus.Dcs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sequences of a DCS controller must and must not hold, so that a panel that was driven by
 * them is in the state that the engine then believes it to be in.
 */
final class SequenceRules {

  /** What the engine sends itself, from the rotation table and the update plan. */
  private static final Map<Integer, String> THE_ENGINES_OWN =
      Map.of(
          Dcs.MADCTL, "MADCTL comes from the rotation table",
          Dcs.CASET, "CASET is sent with each window",
          Dcs.PASET, "PASET is sent with each window",
          Dcs.RAMWR, "RAMWR is sent with each window");

  private static final Map<String, Integer> MUST_HOLD =
      Map.of(
          "init",
          Dcs.SLPOUT,
          "on",
          Dcs.DISPON,
          "sleep",
          Dcs.SLPIN,
          "wake",
          Dcs.SLPOUT,
          "off",
          Dcs.SLPIN);

  private SequenceRules() {}

  static void check(
      ColourFormat format, Map<String, List<NumberedStep>> sequences, Complaints complaint) {
    if (format == ColourFormat.MONO) {
      return;
    }
    MUST_HOLD.forEach(
        (name, opcode) -> {
          List<NumberedStep> steps = sequences.getOrDefault(name, List.of());
          if (find(steps, opcode).isEmpty()) {
            complaint.about(0, "[%s] must hold command 0x%02X".formatted(name, opcode));
          }
        });
    for (List<NumberedStep> steps : sequences.values()) {
      steps.forEach(step -> refuseTheEnginesOwn(step, complaint));
    }
    checkColourFormat(format, sequences.getOrDefault("init", List.of()), complaint);
  }

  private static void refuseTheEnginesOwn(NumberedStep numbered, Complaints complaint) {
    if (numbered.step() instanceof Step.Command command
        && THE_ENGINES_OWN.containsKey(command.opcode())) {
      complaint.about(
          numbered.line(),
          THE_ENGINES_OWN.get(command.opcode()) + ", it may not stand in a sequence");
    }
  }

  private static void checkColourFormat(
      ColourFormat format, List<NumberedStep> init, Complaints complaint) {
    Optional<NumberedStep> colmod = find(init, Dcs.COLMOD);
    if (colmod.isEmpty()) {
      complaint.about(0, "[init] must hold command 0x3A (COLMOD) for format " + format.text());
    } else if (colmod.get().step() instanceof Step.Command command
        && (command.parameters().size() != 1
            || (command.parameters().getFirst() & 0x07) != format.colmod())) {
      complaint.about(
          colmod.get().line(),
          "COLMOD wants one parameter with low bits %d for format %s"
              .formatted(format.colmod(), format.text()));
    }
  }

  private static Optional<NumberedStep> find(List<NumberedStep> steps, int opcode) {
    return steps.stream()
        .filter(
            numbered ->
                numbered.step() instanceof Step.Command command && command.opcode() == opcode)
        .findFirst();
  }
}
