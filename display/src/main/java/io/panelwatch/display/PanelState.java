package io.panelwatch.display;

/** Where a {@link Panel} is in its life; its Javadoc draws the ways between. */
public enum PanelState {
  /** A driver for it is there; nothing was sent yet. */
  PROBED,
  /** It has its supply. */
  POWERED,
  /** Reset and dark: it recovers, and was told nothing yet. */
  BOUND,
  /** Awake and dark: its first whole picture is still to come. */
  INITIALISING,
  /** The picture is visible. */
  ON,
  /** Visible with less light, because nobody looks. */
  DIMMED,
  /** Dark by wish; the memory is kept, and pictures go on being stored. */
  ASLEEP,
  /** Dark by wish and without supply where that can be switched; pictures are not stored. */
  OFF,
  /** An error on the way: what the panel shows is unknown, it was made dark. */
  LOST,
  /** Reset after it was lost or had reset itself; as {@link #BOUND} and {@link #INITIALISING}. */
  RECOVERING
}
