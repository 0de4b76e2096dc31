package io.panelwatch.display.scene;

/** Where a text stands in the width it was given. Digits are all of one width in every face. */
public enum Align {
  LEFT,
  CENTER,
  RIGHT
}
