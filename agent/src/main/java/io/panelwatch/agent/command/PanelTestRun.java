package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.hal.BoardClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the LCD of the running daemon through the panel's test and says of each step what must be
 * seen, and what is wrong where something else is.
 *
 * @param daemon drives the LCD
 * @param clock waits
 * @param out gets a line for each step, when it is shown
 */
record PanelTestRun(ControlClient daemon, BoardClock clock, PrintWriter out) {

  /**
   * Shows every step in turn, then gives the screen back.
   *
   * @param wanted the panel that is meant; empty: whichever there is
   * @param perStep how long each is shown
   * @throws CommandException when the daemon drives another panel
   */
  void show(Optional<String> wanted, Duration perStep)
      throws IOException, CommandException, InterruptedException {
    String driven = daemon.panel();
    if (wanted.filter(name -> !name.equals(driven)).isPresent()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "the daemon drives panel %s and not %s: leave --panel out, or set [display] panel"
              .formatted(driven, wanted.get()));
    }
    try {
      for (PanelTestStep step : PanelTestStep.values()) {
        daemon.testPanel(Optional.of(step));
        out.println(step.word() + ": " + mustBeSeen(step));
        out.flush();
        clock.sleep(perStep);
      }
    } finally {
      daemon.testPanel(Optional.empty());
    }
  }

  /** What the panel shows when nothing is wrong, and the likely fault where it shows another. */
  private static String mustBeSeen(PanelTestStep step) {
    return switch (step) {
      case EDGES ->
          "a line one pixel wide on all four sides, 1 2 3 4 in the corners clockwise from the top"
              + " left, a cross in the middle; if a side is missing: the profile's size or offset"
              + " is wrong; if digits are turned or mirrored: [display] rotation, or the profile's"
              + " MADCTL";
      case COLOURS ->
          "red, green, blue, white, black, cyan, magenta, yellow from the left (R G B W K C M Y);"
              + " if R is blue: the profile's MADCTL has the wrong colour order; if K is white: its"
              + " inversion (0x20, 0x21) is wrong; mono: K dark on the left, W lit on the right";
      case GRADIENTS ->
          "grey, red, green, blue from the top, each from dark on the left to bright on the right"
              + " without a step back; else the profile's colour format or the order of its bytes is"
              + " wrong; mono: dots that become more from left to right";
      case FINE_LINES ->
          "a fine checkerboard, upright lines, level lines and a plain red-brown field (mono: a coarser"
              + " checkerboard), all even; if there are specks or other colours: the clock is too"
              + " fast, lower [spi] speed-hz, or shorten the wires";
      case FONTS ->
          "letters, Chinese characters, symbols and digits in every size that the panel has room"
              + " for, each stroke sharp; an empty box is a character that no font has";
    };
  }
}
