package io.panelwatch.agent.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures of the panel's test, in their order. */
public enum PanelTestStep {
  /** The outermost pixels, corners and middle. */
  EDGES,
  /** Colour order and inversion. */
  COLOURS,
  /** Every level of every colour. */
  GRADIENTS,
  /** What is hardest to send without an error. */
  FINE_LINES,
  /** Every size of text, both languages, the symbols. */
  FONTS;

  private static final List<PanelTestStep> ORDER = List.of(values());

  /** The next one; the first after the last. */
  public PanelTestStep next() {
    return ORDER.get((ORDER.indexOf(this) + 1) % ORDER.size());
  }

  /** The one before; the last before the first. */
  public PanelTestStep previous() {
    return ORDER.get((ORDER.indexOf(this) + ORDER.size() - 1) % ORDER.size());
  }

  /** Its name on the command line and the control socket, such as {@code fine-lines}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The step with that word; empty where there is none. */
  public static Optional<PanelTestStep> of(String word) {
    return ORDER.stream().filter(step -> step.word().equals(word)).findFirst();
  }
}
