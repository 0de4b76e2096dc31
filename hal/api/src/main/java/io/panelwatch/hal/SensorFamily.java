package io.panelwatch.hal;

/** The families of sensors a board can have, each read by one {@link SensorSource}. */
public enum SensorFamily {
  FANS,
  TEMPERATURES,
  RAILS,
  POWER_SUPPLIES,
  FILE_SYSTEMS,
  NET_LINKS,
  CLOCK
}
