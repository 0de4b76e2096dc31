package io.panelwatch.display.profile;

import io.panelwatch.display.bus.Dcs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sequences of a controller must and must not hold. What they lead to is looked at by
 * {@link EndStateRules}.
 */
final class SequenceRules {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MEMORY_MODE = 0x20;
  private static final int HORIZONTAL = 0x00;
  private static final int CHARGE_PUMP = 0x8D;
  private static final int DC_DC = 0xAD;

  private final ControllerProfile profile;
  private final CommandSet commands;
  private final Map<String, List<NumberedStep>> sequences;
  private final Complaints complaints;

  private SequenceRules(
      ControllerProfile profile, Map<String, List<NumberedStep>> sequences, Complaints complaints) {
    this.profile = profile;
    this.commands = CommandSet.of(profile.addressing());
    this.sequences = sequences;
    this.complaints = complaints;
  }

  static void check(
      ControllerProfile profile, Map<String, List<NumberedStep>> sequences, Complaints complaints) {
    SequenceRules rules = new SequenceRules(profile, sequences, complaints);
    rules.requireOpcodes();
    sequences.values().forEach(steps -> steps.forEach(rules::checkCommand));
    sequences.forEach(rules::checkDelays);
    rules.keepInitDark();
    switch (profile.addressing()) {
      case DCS, DCS_KEEP -> rules.checkColourFormat();
      case PAGE_WINDOW -> {
        rules.checkMemoryMode();
        rules.requireInInit(CHARGE_PUMP, "the charge pump, before the display goes on");
      }
      case PAGE -> rules.requireInInit(DC_DC, "the DC-DC converter, before the display goes on");
    }
    EndStateRules.check(profile, sequences, complaints);
  }

  private void requireOpcodes() {
    commands
        .mustHold()
        .forEach(
            (name, opcode) -> {
              if (find(name, opcode).isEmpty()) {
                complaints.about(0, "[%s] must hold command 0x%02X".formatted(name, opcode));
              }
            });
  }

  private void checkCommand(NumberedStep numbered) {
    if (!(numbered.step() instanceof Step.Command command)) {
      return;
    }
    commands
        .own()
        .apply(command.opcode())
        .ifPresent(
            why -> complaints.about(numbered.line(), why + ", it may not stand in a sequence"));
    int given = command.parameters().size();
    int wanted = commands.parameters().getOrDefault(command.opcode(), given);
    if (given != wanted) {
      complaints.about(
          numbered.line(),
          "command 0x%02X has %d parameters, not %d".formatted(command.opcode(), wanted, given));
    }
  }

  /** The engine itself waits as long as the datasheet wants; a shorter delay contradicts it. */
  private void checkDelays(String name, List<NumberedStep> steps) {
    Duration total = Duration.ZERO;
    boolean afterSleepChange = false;
    for (NumberedStep numbered : steps) {
      if (numbered.step() instanceof Step.Delay delay) {
        total = total.plus(delay.rest());
        if (afterSleepChange && delay.rest().compareTo(profile.timing().settle()) < 0) {
          complaints.about(numbered.line(), "a delay after SLPIN or SLPOUT is settle-ms at least");
        }
      }
      afterSleepChange =
          !profile.addressing().paged()
              && numbered.step() instanceof Step.Command command
              && (command.opcode() == Dcs.SLPIN || command.opcode() == Dcs.SLPOUT);
    }
    if (total.compareTo(LONGEST) > 0) {
      complaints.about(
          0, "the delays of [%s] are longer than %d s".formatted(name, LONGEST.toSeconds()));
    }
  }

  /** Nobody shall see what the memory held at power-on. */
  private void keepInitDark() {
    find("init", commands.displayOn())
        .ifPresent(
            numbered ->
                complaints.about(numbered.line(), "the display goes on in [on], never in [init]"));
  }

  private void checkColourFormat() {
    ColourFormat format = profile.format();
    Optional<NumberedStep> colmod = find("init", Dcs.COLMOD);
    if (colmod.isEmpty()) {
      complaints.about(0, "[init] must hold command 0x3A (COLMOD) for format " + format.text());
    } else if ((parameter(colmod.get()) & 0x07) != format.colmod()) {
      complaints.about(
          colmod.get().line(),
          "COLMOD wants a parameter with low bits %d for format %s"
              .formatted(format.colmod(), format.text()));
    }
  }

  private void checkMemoryMode() {
    Optional<NumberedStep> mode = find("init", MEMORY_MODE);
    if (mode.isEmpty()) {
      complaints.about(0, "[init] must hold command 0x20 0x00 (horizontal addressing)");
    } else if (parameter(mode.get()) != HORIZONTAL) {
      complaints.about(mode.get().line(), "a page window needs horizontal addressing, 0x20 0x00");
    }
  }

  private void requireInInit(int opcode, String what) {
    if (find("init", opcode).isEmpty()) {
      complaints.about(0, "[init] must hold command 0x%02X (%s)".formatted(opcode, what));
    }
  }

  /** The one parameter of a command; -1 where it has another number of them. */
  private static int parameter(NumberedStep numbered) {
    return numbered.step() instanceof Step.Command command && command.parameters().size() == 1
        ? command.parameters().getFirst()
        : -1;
  }

  /** The last one counts, as it does for a controller. */
  private Optional<NumberedStep> find(String sequence, int opcode) {
    return sequences.getOrDefault(sequence, List.of()).reversed().stream()
        .filter(
            numbered ->
                numbered.step() instanceof Step.Command command && command.opcode() == opcode)
        .findFirst();
  }
}
