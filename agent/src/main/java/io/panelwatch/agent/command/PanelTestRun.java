package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ControlClient;
import io.panelwatch.agent.state.PanelTestStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the LCD of the running daemon through the panel's test and says of each step what must be
 * seen, and what is wrong where something else is.
 *
 * @param daemon drives the LCD
 * @param pause waits
 * @param out gets a line for each step, when it is shown
 */
record PanelTestRun(ControlClient daemon, Pause pause, PrintWriter out) {

  /** Waits while a step is shown. */
  interface Pause {

    /**
     * Waits that long, or until the test is to end.
     *
     * @return whether it is to end now
     */
    boolean await(Duration atMost) throws InterruptedException;
  }

  /**
   * Shows every step in turn, then gives the screen back, also when it is to end early.
   *
   * @param wanted the panel that is meant; empty: whichever there is
   * @param perStep how long each is shown; the light longer where that is too short for all its
   *     levels and not zero
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
      boolean ends = false;
      for (PanelTestStep step : PanelTestStep.values()) {
        if (!ends) {
          show(step);
          ends = pause.await(shownFor(step, perStep));
        }
      }
    } finally {
      daemon.testPanel(Optional.empty());
    }
  }

  private static Duration shownFor(PanelTestStep step, Duration perStep) {
    boolean tooShort =
        step == PanelTestStep.LIGHT
            && perStep.isPositive()
            && perStep.compareTo(PanelTestStep.LIGHT_TAKES) < 0;
    return tooShort ? PanelTestStep.LIGHT_TAKES : perStep;
  }

  private void show(PanelTestStep step) throws IOException {
    daemon.testPanel(Optional.of(step));
    out.println(step.word() + ": " + mustBeSeen(step));
    out.flush();
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
      case LIGHT ->
          "the light at 100 %, 50 % and 10 %, a second each as the number says, without a flicker;"
              + " if it stays as it is: the backlight's line or PWM is not wired, or this panel's"
              + " light cannot be set";
      case FONTS ->
          "letters, Chinese characters, symbols and digits in every size that the panel has room"
              + " for, each stroke sharp; an empty box is a character that no font has";
    };
  }
}
