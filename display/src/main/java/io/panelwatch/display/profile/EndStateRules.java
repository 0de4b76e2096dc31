package io.panelwatch.display.profile;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a panel must be when a sequence is over, so that it is what the engine then believes it to
 * be: that a command is there does not help when a later one undoes it.
 *
 * <pre>
 *   reset --[init]--> dark, able to show --[on]--> showing --[sleep]--> asleep --[wake]--> showing
 *                                                     '-----[off]-----> asleep
 * </pre>
 *
 * <p>Only what a command decided is judged, and each command once.
 */
final class EndStateRules {

  private final ControllerProfile profile;
  private final Map<String, List<NumberedStep>> sequences;
  private final Complaints complaints;
  private final Set<Integer> toldLines = new HashSet<>();

  private EndStateRules(
      ControllerProfile profile, Map<String, List<NumberedStep>> sequences, Complaints complaints) {
    this.profile = profile;
    this.sequences = sequences;
    this.complaints = complaints;
  }

  static void check(
      ControllerProfile profile, Map<String, List<NumberedStep>> sequences, Complaints complaints) {
    new EndStateRules(profile, sequences, complaints).followALife();
  }

  private void followALife() {
    Map<Trait, Integer> showing = able();
    showing.put(Trait.DISPLAY_ON, 1);

    ControllerState reset = ControllerState.afterReset(profile.addressing());
    forgiveWhatWasTold(reset.after(steps("init")));
    ControllerState initialised = require("init", reset, able());
    ControllerState on = require("on", initialised, showing);
    ControllerState asleep = require("sleep", on, asleep());
    int inverted = on.of(Trait.INVERTED).map(ControllerState.Setting::value).orElse(0);
    showing.put(Trait.INVERTED, inverted);
    require("wake", asleep, showing);
    require("off", on, asleep());
  }

  /** {@link SequenceRules} judges these in [init] in more detail. */
  private void forgiveWhatWasTold(ControllerState initialised) {
    for (Trait trait : List.of(Trait.PIXEL_FORMAT, Trait.ADDRESSING_MODE)) {
      initialised.of(trait).ifPresent(setting -> toldLines.add(setting.line()));
    }
  }

  private List<NumberedStep> steps(String sequence) {
    return sequences.getOrDefault(sequence, List.of());
  }

  /** What makes that the memory can be written and seen. */
  private Map<Trait, Integer> able() {
    Map<Trait, Integer> able = new EnumMap<>(Trait.class);
    able.put(Trait.SCROLLED, 0);
    switch (profile.addressing()) {
      case DCS, DCS_KEEP -> {
        able.put(Trait.SLEEPING, 0);
        able.put(Trait.IDLE, 0);
        able.put(Trait.PARTIAL, 0);
        able.put(Trait.PIXEL_FORMAT, profile.format().colmod());
      }
      case PAGE, PAGE_WINDOW -> {
        able.put(Trait.SUPPLIED, 1);
        able.put(Trait.ALL_LIT, 0);
        able.put(Trait.INVERTED, 0); // 1 is lit
      }
    }
    if (profile.addressing() == Addressing.PAGE_WINDOW) {
      able.put(Trait.ADDRESSING_MODE, 0);
    }
    return able;
  }

  private Map<Trait, Integer> asleep() {
    return profile.addressing().paged() ? Map.of(Trait.DISPLAY_ON, 0) : Map.of(Trait.SLEEPING, 1);
  }

  /** The state after a sequence, which is complained about where it is not as wanted. */
  private ControllerState require(
      String sequence, ControllerState before, Map<Trait, Integer> wanted) {
    ControllerState after = before.after(steps(sequence));
    wanted.forEach(
        (trait, value) ->
            after
                .of(trait)
                .filter(setting -> setting.value() != value && toldLines.add(setting.line()))
                .ifPresent(
                    setting ->
                        complaints.about(
                            setting.line(),
                            "[%s] leaves the panel %s"
                                .formatted(sequence, trait.words(setting.value())))));
    return after;
  }
}
