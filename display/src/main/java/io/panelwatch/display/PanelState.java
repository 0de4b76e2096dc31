package io.panelwatch.display;

/** Where a {@link Panel} is in its life; its Javadoc draws the ways between. */
public enum PanelState {
  /** Nothing was sent yet, or {@link Panel#close} came. */
  OFF,
  /** Reset and dark: the controller recovers, and was told nothing yet. */
  RESET,
  /** Awake and dark: its first whole picture is still to come. */
  INITIALISING,
  /** The picture is visible. */
  ON,
  /** Dark by wish; the memory is kept, and pictures go on being stored. */
  ASLEEP,
  /** An error on the way: what the panel shows is unknown, its light was put out. */
  LOST
}
