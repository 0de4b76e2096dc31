package io.panelwatch.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OutputLine} does. */
public abstract class OutputLineContract {

  private OutputLine line;

  /** Opens the line under test. */
  protected abstract OutputLine open() throws Exception;

  /** The electrical level that the line has now, seen from its far end. */
  protected abstract boolean level() throws Exception;

  /** Makes every call from now on fail, as a driver that went away does. */
  protected abstract void breakLine() throws Exception;

  @BeforeEach
  protected void openLine() throws Exception {
    line = open();
  }

  @AfterEach
  protected void closeLine() {
    line.close();
  }

  @Test
  protected void levelIsThereWhenSetReturns() throws Exception {
    for (boolean high : List.of(true, false, true)) {
      line.set(high);
      assertEquals(high, level());
    }
  }

  @Test
  protected void sameLevelAgainChangesNothing() throws Exception {
    line.set(true);
    line.set(true);

    assertEquals(true, level());
  }

  @Test
  protected void brokenLineSaysWhichCallOnWhichDevice() throws Exception {
    breakLine();

    DeviceException refusal = assertThrows(DeviceException.class, () -> line.set(true));

    assertFalse(refusal.call().isBlank(), "call");
    assertFalse(refusal.path().isBlank(), "path");
    assertFalse(refusal.getMessage().isBlank(), "message");
  }

  @Test
  protected void closedLineRefusesAndClosingAgainIsHarmless() {
    line.close();
    line.close();

    assertThrows(DeviceException.class, () -> line.set(true));
  }
}
