package io.panelwatch.simulator.console;

import java.util.Map;

/**
 * What the console shows and does. Called from many threads at once.
 *
 * <p>Documents are nested {@code Map}, {@code List}, {@code String}, {@code Number}, {@code
 * Boolean} as JSON has them.
 */
public interface Console {

  /** The LCD as a person sees it now, as PNG. */
  byte[] lcdPng();

  /** {@code {board, lcd, faults, pending, tickets, link, broker, queue}}. */
  Map<String, Object> state();

  /** The simulated board, component by component. */
  Map<String, Object> board();

  /**
   * Breaks or repairs a component.
   *
   * @throws UnknownComponent when the board has none of that name
   * @throws IllegalArgumentException with one sentence when the change makes no sense; nothing was
   *     changed
   */
  void change(String component, Map<String, Object> change) throws UnknownComponent;

  /**
   * Presses a button.
   *
   * @param button {@code up}, {@code down}, {@code ok} or {@code back}
   * @param heldMillis how long it is held
   * @throws UnknownComponent when there is no such button
   */
  void press(String button, int heldMillis) throws UnknownComponent;

  /**
   * Publishes a queue as the backend would.
   *
   * @throws IllegalArgumentException with one sentence when the document is not a queue
   */
  void publishQueue(Map<String, Object> queue);

  /**
   * Takes the broker up, down, or freezes it.
   *
   * @param state {@code up}, {@code down} or {@code stalled}
   * @throws IllegalArgumentException when it is none of these
   */
  void broker(String state);

  /** A component or button that does not exist. */
  final class UnknownComponent extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was asked for and what there is. */
    public UnknownComponent(String message) {
      super(message);
    }
  }
}
