package io.panelwatch.display.bench;

/**
 * Pixels of a panel.
 *
 * @param width columns
 * @param height rows
 */
public record Size(int width, int height) {

  /** Reads {@code 320x240}. */
  public static Size parse(String text) {
    int by = text.indexOf('x');
    return new Size(Integer.parseInt(text, 0, by, 10), Integer.parseInt(text.substring(by + 1)));
  }
}
