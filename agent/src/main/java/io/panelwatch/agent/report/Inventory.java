package io.panelwatch.agent.report;

import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BoardInventory.Software;
import java.util.List;

/**
 * What {@code up/inventory} tells.
 *
 * @param board what the board is made of
 * @param panel the display's profile, or empty where there is none
 * @param software what of ours runs on it
 */
public record Inventory(BoardInventory board, String panel, List<Software> software) {

  public Inventory {
    software = List.copyOf(software);
  }
}
