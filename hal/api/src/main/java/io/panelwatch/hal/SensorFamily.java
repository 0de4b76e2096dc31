package io.panelwatch.hal;

import java.util.EnumSet;
import java.util.List;

/** The families of sensors a board can have, each read by one {@link SensorSource}. */
public enum SensorFamily {
  FANS,
  TEMPERATURES,
  RAILS,
  POWER_SUPPLIES,
  FILE_SYSTEMS,
  NET_LINKS,
  CLOCK,
  /** What the board shows pictures on; read by who drives it, see {@link #ofBoards}. */
  PANELS;

  /**
   * The families that every {@link Board} lists, in their order: all but {@link #PANELS}, because
   * only who drives a panel knows how it fares.
   */
  public static List<SensorFamily> ofBoards() {
    return List.copyOf(EnumSet.complementOf(EnumSet.of(PANELS)));
  }
}
