package io.panelwatch.agent.state;

import java.time.Duration;
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
  /** The light at several levels, one after another. */
  LIGHT,
  /** Every size of text, both languages, the symbols. */
  FONTS;

  private static final List<PanelTestStep> ORDER = List.of(values());

  /** Of {@link #LIGHT}, in percent: plain differences, and the last one nearly dark. */
  private static final List<Integer> LIGHT_LEVELS = List.of(100, 50, 10);

  private static final Duration EACH_LEVEL = Duration.ofSeconds(1);

  /**
   * How long {@link #LIGHT} is to be shown at least for every level to be seen. One second more
   * than they take, because the panel begins with the first one a little after it is asked to.
   */
  public static final Duration LIGHT_TAKES = EACH_LEVEL.multipliedBy(LIGHT_LEVELS.size() + 1);

  /** The next one; the first after the last. */
  public PanelTestStep next() {
    return ORDER.get((ORDER.indexOf(this) + 1) % ORDER.size());
  }

  /** The one before; the last before the first. */
  public PanelTestStep previous() {
    return ORDER.get((ORDER.indexOf(this) + ORDER.size() - 1) % ORDER.size());
  }

  /**
   * How bright the panel is to be for {@link #LIGHT}, in percent, 1 to 100: a second at each level,
   * from bright to dark, then again.
   *
   * @param shownFor how long the step is shown already
   */
  public static int lightPercent(Duration shownFor) {
    long level = shownFor.dividedBy(EACH_LEVEL) % LIGHT_LEVELS.size();
    return LIGHT_LEVELS.get((int) level);
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
