package io.panelwatch.display;

import io.panelwatch.hal.EdgeLine;
import io.panelwatch.hal.OutputLine;
import java.util.Optional;

/**
 * What may be wired to a panel beside its bus.
 *
 * @param power switches its supply, high for on
 * @param tearing its tearing-effect output, TE
 */
public record PanelLines(Optional<OutputLine> power, Optional<EdgeLine> tearing) {

  /** The panel is on the board's own supply, and its TE is not wired. */
  public static final PanelLines NONE = new PanelLines(Optional.empty(), Optional.empty());
}
