package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Buttons;
import io.panelwatch.hal.Buttons.Button;
import io.panelwatch.hal.Buttons.Press;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every set of {@link Buttons} does. */
public abstract class ButtonsContract {

  private static final Duration SHORT = Duration.ofMillis(80);
  private static final Duration LONG = Duration.ofMillis(1500);

  private final List<Press> told = new CopyOnWriteArrayList<>();
  private Buttons buttons;

  /** Opens the buttons under test. */
  protected abstract Buttons open() throws Exception;

  /**
   * Holds a button down for that long and lets it go. Returns when the binding has told it to its
   * listener, if it has one.
   */
  protected abstract void press(Button button, Duration held) throws Exception;

  @BeforeEach
  protected void openButtons() throws Exception {
    buttons = open();
  }

  @AfterEach
  protected void closeButtons() {
    buttons.close();
  }

  @Test
  protected void everyPressIsToldInOrderWithTheTimeItWasHeld() throws Exception {
    buttons.listen(told::add);

    press(Button.UP, SHORT);
    press(Button.DOWN, SHORT);
    press(Button.OK, LONG);
    press(Button.BACK, SHORT);

    assertEquals(
        List.of(
            new Press(Button.UP, SHORT),
            new Press(Button.DOWN, SHORT),
            new Press(Button.OK, LONG),
            new Press(Button.BACK, SHORT)),
        told);
  }

  @Test
  protected void pressBeforeAnyoneListensIsNotToldLater() throws Exception {
    press(Button.OK, SHORT);

    buttons.listen(told::add);
    press(Button.BACK, SHORT);

    assertEquals(List.of(new Press(Button.BACK, SHORT)), told);
  }

  @Test
  protected void secondListenerReplacesTheFirst() throws Exception {
    List<Press> first = new CopyOnWriteArrayList<>();
    buttons.listen(first::add);
    press(Button.UP, SHORT);

    buttons.listen(told::add);
    press(Button.DOWN, SHORT);

    assertEquals(List.of(new Press(Button.UP, SHORT)), first);
    assertEquals(List.of(new Press(Button.DOWN, SHORT)), told);
  }

  @Test
  protected void listenerThatThrowsHearsTheNextPressAllTheSame() throws Exception {
    buttons.listen(
        press -> {
          told.add(press);
          throw new IllegalStateException("a listener's own mistake");
        });

    press(Button.UP, SHORT);
    press(Button.DOWN, SHORT);

    assertEquals(2, told.size());
  }

  @Test
  protected void closedButtonsTellNothingAndClosingAgainIsHarmless() throws Exception {
    buttons.listen(told::add);

    buttons.close();
    buttons.close();
    press(Button.OK, SHORT);

    assertEquals(List.of(), told);
  }
}
