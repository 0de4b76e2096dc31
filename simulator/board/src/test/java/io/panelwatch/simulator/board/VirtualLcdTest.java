package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.display.controller.Picture;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.board.BoardChange.LcdSuffers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VirtualLcdTest {

  private static final int SWRESET = 0x01;
  private static final int SLPOUT = 0x11;
  private static final int DISPON = 0x29;
  private static final int CASET = 0x2A;
  private static final int PASET = 0x2B;
  private static final int RAMWR = 0x2C;
  private static final int MADCTL = 0x36;
  private static final int PIXSET = 0x3A;
  private static final int MADCTL_BGR = 0x08;
  private static final int PIXSET_16_BIT = 0x55;
  private static final int RED = 0xF80000;

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);
  private final VirtualLcd lcd = board.lcd();

  @BeforeEach
  void initialise() throws Exception {
    clock.advance(Duration.ofMillis(200));
    wake();
    lcd.backlight().setPercent(100);
  }

  @Test
  void pixelThatWasSentIsSeenWhereItBelongs() throws Exception {
    sendRedPixel(10, 20);

    assertEquals(RED, lcd.picture().rgb(10, 20) & 0xF8FCF8);
    assertEquals(0, lcd.counters().violations(), () -> lcd.counters().firstViolation());
    assertTrue(lcd.counters().displayOn());
  }

  @Test
  void nothingIsSeenWithoutLightAndHalfWithHalfOfIt() throws Exception {
    sendRedPixel(10, 20);

    lcd.backlight().setPercent(50);
    assertEquals(0x7F, lcd.picture().rgb(10, 20) >> 16, 4);
    lcd.backlight().setPercent(0);
    assertBlack(lcd.picture());
  }

  @Test
  void mistakeOfTheDriverFailsItsOwnWriteAndTheFirstIsKept() throws Exception {
    DeviceException first = assertThrows(DeviceException.class, () -> command(CASET, 0, 0, 9, 9));
    assertThrows(DeviceException.class, () -> command(0xFF));

    assertTrue(first.getMessage().contains("CASET"), first::getMessage);
    assertEquals(2, lcd.counters().violations());
    assertEquals(first.getMessage(), lcd.counters().firstViolation());
  }

  @Test
  void commandBeforeTheWaitAfterAResetIsOverIsAViolation() throws Exception {
    command(SWRESET);

    assertThrows(DeviceException.class, () -> command(SLPOUT));
  }

  @Test
  void controllerThatResetItselfGoesBlankAndTheDriverIsNotTold() throws Exception {
    sendRedPixel(10, 20);

    board.apply(new LcdSuffers(new LcdGlitch.ResetByItself()));
    // Two bytes are less than a pixel now: the second CASET comes inside one.
    sendRedPixel(30, 40);
    sendRedPixel(31, 40);

    assertBlack(lcd.picture());
    assertFalse(lcd.counters().displayOn());
    assertEquals(0, lcd.counters().violations(), "what was sent was no mistake");
  }

  @Test
  void controllerThatResetItselfShowsAgainAfterItWasInitialised() throws Exception {
    board.apply(new LcdSuffers(new LcdGlitch.ResetByItself()));
    clock.advance(Duration.ofMillis(200));

    command(SWRESET);
    clock.advance(Duration.ofMillis(200));
    wake();
    sendRedPixel(10, 20);

    assertEquals(RED, lcd.picture().rgb(10, 20) & 0xF8FCF8);
    assertThrows(DeviceException.class, () -> command(0xFF), "mistakes count again");
  }

  @Test
  void burstOfWritesIsToldOnceAndTheLastOneToo() throws Exception {
    clock.advance(Duration.ofSeconds(1));
    var told = new AtomicInteger();
    lcd.onChange(told::incrementAndGet);

    for (int x = 0; x < 50; x++) {
      sendRedPixel(x, 0);
    }
    assertEquals(0, told.get());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, told.get());

    sendRedPixel(0, 1);
    clock.advance(Duration.ofSeconds(1));
    assertEquals(2, told.get());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(2, told.get(), "nothing changed");
  }

  @Test
  void writesTakeTheTimeOfTheirBitsWhenAskedTo() throws Exception {
    lcd.takeWireTime(true);
    long before = clock.monotonicNanos();

    lcd.spi().write(ByteBuffer.allocate(40_000));

    assertEquals(Duration.ofMillis(10), Duration.ofNanos(clock.monotonicNanos() - before));
  }

  /** Sends a command byte, whatever comes of it: the panel counts what it refuses. */
  static void tryToSend(VirtualLcd lcd, byte command) {
    try {
      lcd.spi().write(ByteBuffer.wrap(new byte[] {command}));
    } catch (DeviceException e) {
      assertEquals("ILI9341", e.call());
    }
  }

  private void wake() throws Exception {
    command(SLPOUT);
    clock.advance(Duration.ofMillis(200));
    command(MADCTL, MADCTL_BGR);
    command(PIXSET, PIXSET_16_BIT);
    command(DISPON);
  }

  private void sendRedPixel(int x, int y) throws Exception {
    command(CASET, 0, 239 - x, 0, 239 - x);
    command(PASET, 0, y, 0, y);
    command(RAMWR, RED >> 16, 0);
  }

  private void command(int opcode, int... parameters) throws Exception {
    lcd.dataCommand().set(false);
    lcd.spi().write(ByteBuffer.wrap(new byte[] {(byte) opcode}));
    if (parameters.length == 0) {
      return;
    }
    ByteBuffer data = ByteBuffer.allocate(parameters.length);
    for (int parameter : parameters) {
      data.put((byte) parameter);
    }
    lcd.dataCommand().set(true);
    lcd.spi().write(data.flip());
  }

  private static void assertBlack(Picture picture) {
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        assertEquals(0, picture.rgb(x, y));
      }
    }
  }
}
