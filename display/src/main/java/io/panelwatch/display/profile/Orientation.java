package io.panelwatch.display.profile;

import java.util.List;

/**
 * What a controller is told for one rotation.
 *
 * @param commands MADCTL with its parameter for a DCS controller; segment remap and COM output
 *     direction for a paged one
 * @param columnOffset where the glass begins in the controller's column addresses of this rotation
 * @param rowOffset where the glass begins in its row addresses, in pixels
 * @param scan which way the refresh runs through the picture
 */
public record Orientation(
    List<Step.Command> commands, int columnOffset, int rowOffset, ScanOrder scan) {

  /** Keeps its own copy of the commands. */
  public Orientation {
    commands = List.copyOf(commands);
  }
}
