package io.panelwatch.display.profile;

import java.util.List;

/**
 * What a controller is told at the turns of its life.
 *
 * @param init from reset to awake, display off
 * @param on makes the picture visible, once the memory holds one
 * @param sleep from on to asleep; the memory keeps its picture
 * @param wake from asleep to on
 * @param off last words before the power may go
 */
public record Sequences(
    List<Step> init, List<Step> on, List<Step> sleep, List<Step> wake, List<Step> off) {

  /** Keeps its own copies. */
  public Sequences {
    init = List.copyOf(init);
    on = List.copyOf(on);
    sleep = List.copyOf(sleep);
    wake = List.copyOf(wake);
    off = List.copyOf(off);
  }
}
